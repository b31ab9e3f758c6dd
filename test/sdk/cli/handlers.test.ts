import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type {
  HandlersChange,
  HandlersStatus,
} from '../../../sdk/src/installation/handlers/handler-control.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cli, cliProcess, type CliResult } from './run-cli.ts';

describe('microsip handlers', () => {
  it('says why a simulated phone opens no links', async () => {
    const { code, stderr } = await cli('handlers', 'status', '--backend', 'simulator');
    assert.equal(code, 6);
    assert.match(stderr, /simulated phone opens no links/u);
  });

  it('takes known schemes only', async () => {
    const { code, stderr } = await cli('handlers', 'register', '--scheme', 'http', '--backend', 'simulator');
    assert.equal(code, 2);
    assert.match(stderr, /http/u);
  });
});

describeOnPosix('microsip handlers for a MicroSIP under Wine', () => {
  let directory: TemporaryDirectory;
  let wine: string;
  let executable: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    wine = file('bin/wine', '#!/bin/sh\n');
    executable = file('home/MicroSIP/microsip.exe', '');
    mkdirSync(path.join(directory.path, 'home/.wine/drive_c'), { recursive: true });
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function file(name: string, text: string): string {
    const written = path.join(directory.path, name);
    mkdirSync(path.dirname(written), { recursive: true });
    writeFileSync(written, text, { mode: 0o755 });
    return written;
  }

  function handlers(...words: readonly string[]): Promise<CliResult> {
    const home = path.join(directory.path, 'home');
    return cliProcess(['handlers', ...words, '--backend', 'wine', '--exe', executable], {
      HOME: home,
      WINEPREFIX: path.join(home, '.wine'),
      PATH: `${path.dirname(wine)}:/usr/bin:/bin`,
      XDG_DATA_HOME: path.join(home, 'data'),
      XDG_CONFIG_HOME: path.join(home, 'config'),
      XDG_DATA_DIRS: path.join(directory.path, 'share'),
      XDG_CONFIG_DIRS: path.join(directory.path, 'etc'),
      XDG_CURRENT_DESKTOP: '',
    });
  }

  const list = (): string => path.join(directory.path, 'home/config/mimeapps.list');

  it('register, tell and unregister, as JSON', async () => {
    const registered = await handlers('register', '--scheme', 'tel', 'sip', '--json');
    assert.equal(registered.code, 0, registered.stderr);
    const change = JSON.parse(registered.stdout) as HandlersChange;
    assert.equal(change.changed, true);
    assert.deepEqual(
      change.schemes.map(({ outcome, scheme }) => [scheme, outcome]),
      [
        ['tel', 'registered'],
        ['sip', 'registered'],
      ],
    );
    assert.match(readFileSync(list(), 'utf8'), /^x-scheme-handler\/tel=microsip-devkit-/mu);
    const status = JSON.parse((await handlers('status', '--json')).stdout) as HandlersStatus;
    assert.deepEqual(
      status.handlers.filter(({ handledBy }) => handledBy === 'this-microsip').map(({ scheme }) => scheme),
      ['sip', 'tel'],
    );
    assert.equal((await handlers('unregister', '--json')).code, 0);
    assert.ok(!existsSync(list()));
  });

  it('tell a person what is so, and what a link can do', async () => {
    assert.match((await handlers('status')).stdout, /^tel +nobody$/mu);
    const { stderr, stdout } = await handlers('register', '--scheme', 'tel');
    assert.match(stdout, /^tel +registered$/mu);
    assert.match(stderr, /tel:\/\/\/hangupall\//u);
    assert.match(
      (await handlers('status', '--scheme', 'tel')).stdout,
      /^tel +this MicroSIP +.*microsip\.exe.* %u\n +chosen: /u,
    );
    assert.match((await handlers('unregister')).stdout, /^tel +unregistered$/mu);
    assert.match((await handlers('unregister')).stderr, /registered nothing here/u);
  });

  it('change nothing with --dry-run, and show what would be', async () => {
    const before = readdirSync(directory.path, { recursive: true });
    const { stderr, stdout } = await handlers('register', '--dry-run', '--scheme', 'tel');
    assert.match(stdout, /^write .*\.desktop\n {2}\[Desktop Entry\]\n/u);
    assert.match(stderr, /^tel +would be registered$/mu);
    const plan = JSON.parse((await handlers('register', '--dry-run', '--json')).stdout) as HandlersChange;
    assert.equal(plan.edits.length, 2);
    assert.deepEqual(readdirSync(directory.path, { recursive: true }), before);
  });

  it('let nothing that stands in a desktop file act on the terminal', async () => {
    file(
      'share/applications/evil.desktop',
      `[Desktop Entry]\nExec=/bin/sh \u001b[2J\u202e${'x'.repeat(100_000)} %u\nMimeType=x-scheme-handler/tel;\n`,
    );
    file(
      'etc/mimeapps.list',
      '[Default Applications]\nx-scheme-handler/tel=evil.desktop;\u001b[31m.desktop\n',
    );
    const { stderr, stdout } = await handlers('status');
    assert.match(stdout, /another program +\/bin\/sh \\u\{1b\}\[2J/u);
    assert.doesNotMatch(stdout + stderr, /\p{Cf}|(?!\n)\p{Cc}/u);
    assert.ok(stdout.length < 5000);
    const json = await handlers('status', '--json', '--scheme', 'tel');
    assert.doesNotMatch(json.stdout, /\p{Cf}|(?!\n)\p{Cc}/u);
    const status = JSON.parse(json.stdout) as HandlersStatus;
    assert.ok(status.handlers[0]?.commandLine?.includes('\u001b[2J'));
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cli } from './run-cli.ts';

describe('microsip log enable, disable and status', () => {
  let directory: TemporaryDirectory;
  let phone: readonly string[];
  beforeEach(() => {
    directory = temporaryDirectory();
    phone = ['--backend', 'simulator', '--data-dir', directory.path];
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  async function status(): Promise<Readonly<Record<string, unknown>>> {
    const { code, stderr, stdout } = await cli('log', 'status', '--json', ...phone);
    assert.deepEqual([code, stderr], [0, '']);
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  }

  it('switches it on and off', async () => {
    assert.equal((await status())['enabled'], false);
    const { code, stdout } = await cli('log', 'enable', '--json', ...phone);
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { readonly changed: boolean }).changed, true);
    const { enabled, path: log, present, restartNeeded, running } = await status();
    assert.deepEqual(
      { enabled, log, present, restartNeeded, running },
      {
        enabled: true,
        log: path.join(directory.path, 'microsip_log.txt'),
        present: false,
        restartNeeded: false,
        running: false,
      },
    );
    assert.equal((await cli('log', 'disable', ...phone)).code, 0);
    assert.equal((await status())['enabled'], false);
  });

  it('changes nothing with --dry-run, and says what it would', async () => {
    const { code, stdout } = await cli('log', 'enable', '--dry-run', ...phone);
    assert.equal(code, 0);
    assert.equal(stdout, '[Settings] enableLog: (not set) → 1\n');
    assert.equal((await status())['enabled'], false);
  });

  it('says for people what the log holds', async () => {
    const { stderr } = await cli('log', 'enable', ...phone);
    assert.match(stderr, /whom you call and who calls/u);
    writeFileSync(path.join(directory.path, 'microsip_log.txt'), 'x'.repeat(1024 * 1024));
    const { stdout } = await cli('log', 'status', ...phone);
    assert.match(
      stdout,
      /^log {6}on\nfile {5}\S+microsip_log\.txt, 1\.0 MB, written \S+\nphone {4}\S+ does not run\n$/u,
    );
  });

  it('restarts a phone that its ini asks for the log behind its back, and says so', async () => {
    await using simulated = await simulatedPhone();
    await simulated.phone.start({ minimized: true });
    const ini = await simulated.phone.settings.read();
    ini.set('Settings', 'enableLog', '1');
    writeFileSync(simulated.phone.settings.path, encodeIni({ encoding: 'utf-16le', text: ini.toString() }));

    const options = ['--backend', 'simulator', '--data-dir', simulated.dataDirectory];
    const unsure = await cli('log', 'enable', '--restart', ...options);
    assert.equal(unsure.code, 7);
    assert.match(unsure.stderr, /nothing tells whether a call is up.+--assume-idle/u);
    const { stderr, stdout } = await cli('log', 'enable', '--restart', '--assume-idle', ...options);
    assert.match(stdout, /MicroSIP was restarted for/u);
    assert.match(stderr, /It is written now/u);
    assert.equal((await simulated.phone.log.status()).written, true);
    const again = await cli('log', 'enable', '--restart', ...options);
    assert.equal(again.stdout, 'Nothing had to be changed.\n');
    assert.match(again.stderr, /It is written now/u);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { FoundInstallation } from '../../../sdk/src/installation/found-installation.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cliProcess, type CliResult } from './run-cli.ts';

type Printed = Omit<FoundInstallation, 'launch'>;

// A home with a prefix of Wine stands for a machine; Windows itself is looked at in test/windows/discovery.
describeOnPosix('microsip installations', () => {
  let home: TemporaryDirectory;
  let prefix: string;
  beforeEach(() => {
    home = temporaryDirectory();
    prefix = path.join(home.path, '.wine');
  });
  afterEach(() => {
    home[Symbol.dispose]();
  });

  const command = async (...words: string[]): Promise<CliResult> => {
    const environment = { HOME: home.path, WINEPREFIX: prefix, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '' };
    return await cliProcess(['--backend', 'wine', ...words], environment);
  };
  const install = (...folder: readonly string[]): string => {
    const place = path.join(prefix, 'drive_c', ...folder);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'microsip.exe'), 'MZ');
    return place;
  };

  it('says that there is none, with the exit code of that', async () => {
    const json = await command('installations', '--json');
    assert.deepEqual([json.code, json.stdout, json.stderr], [3, '[]\n', '']);
    const text = await command('installations');
    assert.deepEqual([text.code, text.stdout], [3, '']);
    assert.match(text.stderr, /^note: There is no MicroSIP on this machine.*--verbose/u);
  });

  it('says of simulated phones that they are not installed, and how to have one', async () => {
    const { code, stderr, stdout } = await command('installations', '--backend', 'simulator');
    assert.deepEqual([code, stdout], [3, '']);
    assert.match(stderr, /^note: Simulated phones are not installed.*microsip simulator run/u);
    assert.doesNotMatch(stderr, /--verbose/u);
  });

  it('lists no program that was named and is not there', async () => {
    install('Program Files', 'MicroSIP');
    const named = ['--exe', 'C:\\gone\\microsip.exe'];
    const json = await command('installations', '--json', ...named);
    assert.deepEqual([json.code, json.stdout], [3, '[]\n']);
    const { code, stderr } = await command('installations', '--verbose', ...named);
    assert.equal(code, 3);
    assert.match(stderr, /C:\\gone\\microsip\.exe.*is not there/u);
  });

  it('lists every copy, and marks the one that commands go to', async () => {
    const first = install('Program Files', 'MicroSIP');
    writeFileSync(path.join(first, 'microsip.ini'), '[Settings]\r\nversion=3.21.6\r\n');
    const second = install('users', 'ada', 'AppData', 'Local', 'Programs', 'MicroSIP');
    const { code, stdout } = await command('installations', '--json');
    assert.equal(code, 0);
    const printed = JSON.parse(stdout) as readonly Printed[];
    assert.deepEqual(printed, [
      {
        backend: 'wine',
        version: '3.21.6',
        executable: 'C:\\Program Files\\MicroSIP\\microsip.exe',
        prefix,
        dataDirectory: first,
        logDirectory: first,
        foundBy: 'program-folders',
        portable: true,
        ...(printed[0]?.running !== undefined && { running: false }),
        chosen: true,
      },
      {
        backend: 'wine',
        executable: 'C:\\users\\ada\\AppData\\Local\\Programs\\MicroSIP\\microsip.exe',
        prefix,
        dataDirectory: second,
        logDirectory: second,
        foundBy: 'local-app-data',
        portable: true,
        ...(printed[1]?.running !== undefined && { running: false }),
        chosen: false,
      },
    ]);

    const lines = (await command('installations')).stdout.split('\n');
    assert.match(lines[0] ?? '', /^→ 3\.21\.6 +portable +\S+ +C:\\Program Files\\MicroSIP\\microsip\.exe$/u);
    assert.match(lines[2] ?? '', /^ {2}version\? +portable +\S+ +C:\\users\\ada\\.*\\microsip\.exe$/u);
  });

  it('shows where it looked with --verbose, as every command does', async () => {
    install('Program Files', 'MicroSIP');
    for (const words of [['installations'], ['status'], ['doctor']]) {
      const { stderr } = await command(...words, '--verbose');
      assert.match(stderr, /looked at .*HKCU\\Software\\MicroSIP: nothing/u, words.join(' '));
      assert.match(stderr, /looked at .*C:\\Program Files\\MicroSIP: C:\\.*microsip\.exe/u, words.join(' '));
    }
  });

  it('lets no path act on the terminal', async () => {
    prefix = path.join(home.path, '\u001b[31mred\u202e');
    install('Program Files', 'MicroSIP');
    const { stderr, stdout } = await command('installations', '--verbose');
    assert.ok(stdout.includes('\\u{1b}[31mred\\u{202e}'), stdout);
    for (const hostile of ['\u001b', '\u202e']) assert.ok(!`${stdout}${stderr}`.includes(hostile));
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { runCommandLine } from '../../../sdk/src/cli/run-command-line.ts';
import { decodeIni, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { simulatedPhone, type SimulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cli, type CliResult } from './run-cli.ts';

const secret = 'hunter2';
const ini = `; by hand
[Settings]
singleMode=0
volumeRing=70
mine=\u001b[31mred
enableLog=0
mainX=5
usersDirectory=https://me:${secret}@pbx.test/book
[Account1]
label=Büro
domain=pbx.test
username=101
password=${secret}
[Dialed]
0=101
`.replaceAll('\n', '\r\n');

describe('microsip settings', () => {
  let directory: TemporaryDirectory;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'microsip.ini');
    writeFileSync(file, encodeIni({ encoding: 'utf-16le', text: ini }));
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const settings = (...words: readonly string[]): Promise<CliResult> =>
    cli('settings', ...words, '--backend', 'simulator', '--data-dir', directory.path);
  const content = (): string => decodeIni(readFileSync(file)).text;
  const json = async (...words: readonly string[]): Promise<unknown> =>
    JSON.parse((await settings(...words, '--json')).stdout);

  it('get prints the value alone, for scripts', async () => {
    assert.deepEqual(await settings('get', 'SINGLEMODE'), { code: 0, stdout: '0\n', stderr: '' });
    assert.equal((await settings('get', 'label', '--account', '1')).stdout, 'Büro\n');
    const byDefault = await settings('get', 'transport', '--account', '1');
    assert.equal(byDefault.stdout, 'udp\n');
    assert.match(byDefault.stderr, /not set in \[Account1\]/u);
  });

  it('get --json says what it means, and whether it is set', async () => {
    assert.deepEqual(await json('get', 'singleMode'), {
      section: 'Settings',
      key: 'singleMode',
      value: false,
      default: false,
      known: true,
      set: true,
    });
    assert.deepEqual(await json('get', 'callWaiting'), {
      section: 'Settings',
      key: 'callWaiting',
      value: true,
      default: true,
      known: true,
      set: false,
    });
  });

  it('set changes one line; undo takes it back', async () => {
    const set = await settings('set', 'singleMode', 'on', '--json');
    assert.equal(set.code, 0);
    const change = JSON.parse(set.stdout) as { changed: boolean; backup: string };
    assert.equal(change.changed, true);
    assert.equal(decodeIni(readFileSync(change.backup)).text, ini);
    assert.equal(content(), ini.replace('singleMode=0', 'singleMode=1'));

    assert.deepEqual(await json('undo', '--dry-run'), {
      changes: [{ section: 'Settings', key: 'singleMode', before: '1', after: '0' }],
    });
    assert.equal((await settings('undo')).code, 0);
    assert.equal(content(), ini);
    const backups = (await json('undo', '--list')) as { path: string; hadFile: boolean }[];
    assert.deepEqual(
      backups.map(({ hadFile }) => hadFile),
      [true, true],
    );
    assert.match((await settings('undo', '--list')).stdout, /^2\d{3}-.*\.ini\n2\d{3}-.*\.ini\n$/u);
  });

  it('set takes values as people write them, in accounts and other sections too', async () => {
    await settings('set', 'transport', 'tls', '--account', '2');
    await settings('set', 'mainX', '-20');
    await settings('set', '0', 'Desk;101;call', '--section', 'Shortcuts');
    assert.match(content(), /mainX=-20\r\n/u);
    assert.match(content(), /\[Account2\]\r\ntransport=tls\r\n\[Shortcuts\]\r\n0=Desk;101;call\r\n$/u);
  });

  it('set says when nothing had to be changed, and writes nothing', async () => {
    const before = statSync(file, { bigint: true });
    assert.equal((await settings('set', 'singleMode', 'off')).stdout, 'Nothing had to be changed.\n');
    assert.equal(statSync(file, { bigint: true }).ino, before.ino);
    assert.equal(existsSync(`${file}.backups`), false);
  });

  it('set and unset with --dry-run say what would change, and change nothing', async () => {
    const set = await settings('set', 'volumeRing', '80', '--dry-run');
    assert.equal(set.stdout, '[Settings] volumeRing: 70 → 80\n');
    const unset = await settings('unset', 'volumeRing', '--dry-run', '--json');
    assert.deepEqual(JSON.parse(unset.stdout), {
      changes: [{ section: 'Settings', key: 'volumeRing', before: '70' }],
    });
    assert.equal(
      (await settings('set', 'singleMode', 'off', '--dry-run')).stdout,
      'Nothing would be changed.\n',
    );
    assert.equal(content(), ini);
    assert.equal(existsSync(`${file}.backups`), false);
  });

  it('unset lets the default count, for keys that MicroSIP does not know too', async () => {
    await settings('unset', 'volumeRing');
    await settings('unset', 'mine');
    assert.equal(content(), ini.replace('volumeRing=70\r\n', '').replace(/mine=.*\r\n/u, ''));
  });

  it('unset says when a key is not set, and that it may be misspelt', async () => {
    const { code, stderr, stdout } = await settings('unset', 'volumRing');
    assert.deepEqual([code, stdout], [0, 'Nothing had to be changed.\n']);
    assert.match(stderr, /volumRing is not set in \[Settings\]\. .*Did you mean volumeRing\?/u);
    assert.match((await settings('unset', 'callWaiting')).stderr, /callWaiting is not set/u);
    assert.equal((await settings('unset', 'volumeRing')).stderr, '');
    assert.equal(content(), ini.replace('volumeRing=70\r\n', ''));
  });

  for (const [words, message] of [
    ['set volumeRing 101', /from 0 to 100/u],
    ['set transport sctp --account 1', /one of "" \(empty\), udp, tcp, tls/u],
    ['set singlMode 1', /Did you mean singleMode\?/u],
    ['get password', /--account 1/u],
    ['set singleMode 1 --account x', /from 0 on/u],
    ['set singleMode 1 --account 1 --section Settings', /cannot be used with/u],
    ['undo --backup nowhere.ini', /no backup nowhere\.ini/u],
  ] as const) {
    it(`${words} is refused, and changes nothing`, async () => {
      const { code, stderr } = await settings(...words.split(' '));
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.equal(content(), ini);
    });
  }

  it('says which version has no such setting', async () => {
    const { code, stderr } = await settings('set', 'silent', 'on', '--microsip-version', '3.22.16');
    assert.deepEqual([code, stderr.includes('3.22.16 has no setting silent')], [6, true]);
    assert.equal((await settings('set', 'silent', 'on', '--microsip-version', '3.20.5')).code, 0);
  });

  it('writes what MicroSIP does not know only when told to', async () => {
    assert.equal((await settings('set', 'mine', 'blue')).code, 2);
    assert.equal((await settings('set', 'mine', ' "blue" ', '--raw')).code, 0);
    assert.equal((await settings('get', 'mine', '--raw')).stdout, ' "blue" \n');
    assert.deepEqual(await json('get', 'mine', '--raw'), {
      section: 'Settings',
      key: 'mine',
      text: ' "blue" ',
      set: true,
    });
  });

  it('list prints the settings, with what acts on a terminal escaped, and leaves out history', async () => {
    const { stdout } = await settings('list');
    assert.match(stdout, /^\[Settings\]\nsingleMode {6}0\n/u);
    assert.match(stdout, /mine {12}\\u\{1b\}\[31mred\n/u);
    assert.match(stdout, /\n\n\[Account1\]\nlabel {11}Büro\n/u);
    assert.doesNotMatch(stdout, /Dialed/u);
    assert.equal((await settings('list', '--section', 'dialed')).stdout, '[Dialed]\n0  101\n');
  });

  it('list --changed leaves out defaults and what the program remembers', async () => {
    const readings = (await json('list', '--changed')) as { key: string }[];
    assert.deepEqual(
      readings.map(({ key }) => key),
      ['singleMode', 'volumeRing', 'mine', 'usersDirectory', 'label', 'domain', 'username', 'password'],
    );
  });

  it('list says when there is nothing', async () => {
    rmSync(file);
    const { stdout, stderr, code } = await settings('list');
    assert.deepEqual([stdout, code], ['', 0]);
    assert.match(stderr, /No such setting/u);
    assert.deepEqual(await json('list'), []);
  });

  it('never prints a password, whatever is asked', async () => {
    const asked = [
      'list',
      'list --json',
      'list --account 1 --json',
      'list --changed',
      'get password --account 1',
      'get password --account 1 --json',
      'get password --account 1 --raw',
      'get password --account 1 --raw --json',
      'get usersDirectory',
      'get usersDirectory --json',
      'get usersDirectory --raw --json',
      `set password ${secret}3 --account 1 --dry-run`,
      `set password ${secret}3 --account 1 --dry-run --json`,
      `set password ${secret.repeat(300)} --account 1`,
      `set password ${secret}3 --account 1 --json`,
      `set password ${secret}\n --account 1 --raw --verbose`,
      'undo --dry-run',
      'undo --list --verbose',
      'unset password --account 1 --dry-run --json',
    ];
    for (const words of asked) {
      const { stdout, stderr } = await settings(...words.split(' '));
      assert.ok(!`${stdout}${stderr}`.includes(secret), words);
      assert.notEqual(`${stdout}${stderr}`, '');
    }
    assert.match(content(), /password=hunter23\r\n/u);
    assert.deepEqual(await json('get', 'password', '--account', '1'), {
      section: 'Account1',
      key: 'password',
      secret: true,
      default: false,
      known: true,
      set: true,
    });
  });

  it('takes a password from standard input, where no other user sees it', async () => {
    const main = fileURLToPath(new URL('../../../sdk/src/cli/main.ts', import.meta.url));
    const options = ['--account', '1', '--backend', 'simulator', '--data-dir', directory.path];
    const child = spawn(process.execPath, [main, 'settings', 'set', 'password', '-', ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end('s3cret with blanks\r\n');
    const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
    assert.doesNotMatch(stdout, /s3cret/u);
    assert.match(content(), /password=s3cret with blanks\r\n/u);
  });

  it('says what is wrong with a file that is none of MicroSIP’s', async () => {
    writeFileSync(file, '{"a":1}');
    const { code, stdout } = await settings('list', '--json');
    assert.equal(code, 7);
    assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, 'SETTINGS_DAMAGED');
    assert.equal(readFileSync(file, 'utf8'), '{"a":1}');
  });
});

describe('microsip settings, while a simulated phone runs', function () {
  this.timeout(120_000);
  let test: SimulatedPhone;
  const settings = (...words: readonly string[]): Promise<CliResult> =>
    cli('settings', ...words, '--backend', 'simulator', '--data-dir', test.dataDirectory);

  beforeEach(async () => {
    test = await simulatedPhone();
    await test.phone.start({ minimized: true });
  });
  afterEach(async () => {
    await test[Symbol.asyncDispose]();
  });

  it('refuses to change what the phone would write over, with an exit code of its own', async () => {
    const { code, stderr } = await settings('set', 'singleMode', 'off');
    assert.equal(code, 7);
    assert.match(stderr, /--restart/u);
    assert.equal((await settings('set', 'singleMode', 'off', '--dry-run')).code, 0);
  });

  it('restarts the phone for a change when told to, and for its undoing', async () => {
    const before = await test.simulator.processId();
    const set = await settings('set', 'singleMode', 'off', '--restart', '--json');
    const change = JSON.parse(set.stdout) as { changed: boolean; restarted: boolean };
    assert.deepEqual([set.code, change.changed, change.restarted], [0, true, true]);
    await test.simulator.waitUntilRunning();
    assert.notEqual(await test.simulator.processId(), before);
    assert.equal((await settings('get', 'singleMode')).stdout, '0\n');
    assert.equal((await settings('undo', '--restart')).code, 0);
    assert.notEqual((await settings('get', 'singleMode')).stdout, '0\n');
  });
});

describe('microsip, interrupted', () => {
  it('is silent about having been cancelled, but not about anything else that went wrong', async () => {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const printed = text(stderr);
    const signal = AbortSignal.abort();
    const run = (...words: readonly string[]): Promise<number> =>
      runCommandLine(words, { stdout, stderr, signal });
    using directory = temporaryDirectory();
    const simulator = ['--backend', 'simulator', '--data-dir', directory.path];
    assert.equal(await run('settings', 'list', ...simulator), 130);
    assert.equal(await run('settings', 'get', 'label', '--account', 'x', ...simulator), 130);
    stderr.end();
    assert.match(await printed, /^microsip: An account is named by its number[^\n]*\n$/u);
  });
});

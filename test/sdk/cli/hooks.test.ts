import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HooksChange, HooksStatus } from '../../../sdk/src/events/hooks/hook-control.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { iniPath, oneAccount, readIni, writeIni } from '../simulator/data-directory.ts';
import { runHook } from '../events/hooks/hooked-phone.ts';
import { cliProcess, type CliResult } from './run-cli.ts';

describe('microsip hooks', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
    writeIni(directory.path, { ...oneAccount, 'Settings.cmdCallEnd': 'C:\\ev.exe end' });
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function hooks(...words: readonly string[]): Promise<CliResult> {
    const home = join(directory.path, 'home');
    return cliProcess(['hooks', ...words, '--backend', 'simulator', '--data-dir', directory.path], {
      XDG_DATA_HOME: home,
      LOCALAPPDATA: home,
      HOME: home,
    });
  }

  it('install, status and remove, as JSON', async () => {
    const before = readFileSync(iniPath(directory.path));
    const installed = await hooks('install', '--json');
    assert.equal(installed.code, 0, installed.stderr);
    const change = JSON.parse(installed.stdout) as HooksChange;
    assert.equal(change.changed, true);
    assert.equal(change.hooks.find(({ hook }) => hook === 'cmdCallEnd')?.runs, 'C:\\ev.exe end');

    const empty = JSON.parse((await hooks('status', '--json')).stdout) as HooksStatus;
    assert.equal(empty.installed, true);
    await runHook(empty.journal.folder, 'cmdCallRing 101 \u202e\u001b[2J');
    const status = JSON.parse((await hooks('status', '--json')).stdout) as HooksStatus;
    assert.equal(status.journal.last?.caller, '101 \u202e\u001b[2J');

    const removed = await hooks('remove', '--json');
    assert.equal(removed.code, 0, removed.stderr);
    assert.deepEqual(readFileSync(iniPath(directory.path)), before);
  });

  it('show a person what is there, and let no caller act on the terminal', async () => {
    assert.match((await hooks('install')).stdout, /^cmdCallEnd +installed +still runs C:\\ev\.exe end$/mu);
    const { journal } = JSON.parse((await hooks('status', '--json')).stdout) as HooksStatus;
    await runHook(journal.folder, 'cmdCallRing 101 \u202e\u001b[2J');
    const { stdout } = await hooks('status');
    assert.match(stdout, /^cmdCallEnd +installed +runs C:\\ev\.exe end as well$/mu);
    assert.match(stdout, /^journal +complete .*last cmdCallRing/mu);
    assert.doesNotMatch(stdout, /\p{Cf}|(?!\n)\p{Cc}/u);
    assert.match((await hooks('remove')).stdout, /^cmdCallEnd +restored +now C:\\ev\.exe end$/mu);
    assert.match((await hooks('status')).stdout, /^journal +not written +`microsip hooks install`/mu);
  });

  it('say of a hook that is given back empty, set or not, that it is empty', async () => {
    writeIni(directory.path, { ...oneAccount, 'Settings.cmdCallRing': '' });
    await hooks('install');
    const { stdout } = await hooks('remove');
    assert.match(stdout, /^cmdCallRing +restored +now empty$/mu);
    assert.match(stdout, /^cmdCallEnd +restored +now empty$/mu);
  });

  it('change nothing with --dry-run', async () => {
    const before = readFileSync(iniPath(directory.path));
    const plan = JSON.parse((await hooks('install', '--dry-run', '--json')).stdout) as HooksChange;
    assert.ok(plan.hooks.every(({ outcome }) => outcome === 'installed'));
    assert.deepEqual(readFileSync(iniPath(directory.path)), before);
    const wouldBe = await hooks('install', '--dry-run');
    assert.match(wouldBe.stdout, /^cmdCallEnd +would be installed +would still run C:\\ev\.exe end$/mu);
    await hooks('install');
    assert.match((await hooks('install', '--dry-run')).stdout, /^cmdCallEnd +unchanged/mu);
    const { code, stdout } = await hooks('remove', '--dry-run');
    assert.equal(code, 0);
    assert.match(stdout, /^cmdCallEnd +would be restored +then C:\\ev\.exe end$/mu);
    assert.match(readIni(directory.path).get('Settings', 'cmdCallEnd') ?? '', /hook\.cjs/u);
  });

  it('take another Node.js, and refuse what is none', async () => {
    assert.equal((await hooks('install', '--node', process.execPath)).code, 0);
    const { code, stderr } = await hooks('install', '--node', join(directory.path, 'gone'));
    assert.equal(code, 2);
    assert.match(stderr, /no program/u);
  });
});

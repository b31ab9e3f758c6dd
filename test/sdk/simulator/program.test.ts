import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instanceAddress } from '../../../sdk/src/simulator/control/instance-address.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { until } from '../../support/sdk/until.ts';
import { iniPath, oneAccount, readIni, writeIni } from './data-directory.ts';
import { startProcess, type Ended } from './program-process.ts';
import { itOnLinux, itOnPosix } from '../../support/mocha/platform-tests.ts';

const silentEnd: Ended = { code: 0, stdout: '', stderr: '' };
const limit = { timeoutMs: 15_000 };

describe('the simulator as a program', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let client: SimulatorClient;
  beforeEach(() => {
    directory = temporaryDirectory();
    client = new SimulatorClient(directory.path);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  it('becomes the instance, which a second start finds, commands and leaves silently (facts A.1, B)', async () => {
    writeIni(directory.path, oneAccount);
    await using instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);

    assert.deepEqual(await startProcess(directory.path, '5551234').ended, silentEnd);
    assert.equal((await client.status(limit)).calls[0]?.number, '5551234');

    assert.deepEqual(await startProcess(directory.path, '/exit').ended, silentEnd);
    assert.deepEqual(await instance.ended, silentEnd);
    assert.equal(await client.isRunning(limit), false);
  });

  it('takes its whole argument as one text, and none as an empty one (facts A.1)', async () => {
    writeIni(directory.path, oneAccount);
    await using _instance = startProcess(directory.path, '/minimized');
    await client.waitUntilRunning(limit);
    await startProcess(directory.path, '"5551234"').ended;
    assert.equal((await client.status(limit)).calls[0]?.number, '5551234');
    assert.deepEqual(await startProcess(directory.path).ended, silentEnd);
    assert.deepEqual(await startProcess(directory.path, '').ended, silentEnd);
    await client.shutdown(limit);
  });

  itOnLinux('says so when its folder cannot be made, below /proc too', async () => {
    const { code, stderr } = await startProcess('/proc/phone/data').ended;
    assert.match(stderr, /The data directory \/proc\/phone\/data cannot be created; choose another one/u);
    assert.equal(code, 2);
  });

  for (const tail of ['/answer', '/hangupall', '/exit']) {
    it(`starts no phone for ${tail}, but creates the ini (facts A.2, B.1)`, async () => {
      assert.deepEqual(await startProcess(directory.path, tail).ended, silentEnd);
      assert.equal(await client.isRunning(limit), false);
      assert.deepEqual(
        readFileSync(iniPath(directory.path)),
        Buffer.from('\uFEFF[Global]\r\nversion=3.22.16\r\n', 'utf16le'),
      );
    });
  }

  it('makes one instance of several first starts at once, and hands the other commands over', async () => {
    // Without a server nothing waits for a registration, of which only the last would be remembered (facts A.6).
    writeIni(directory.path, { ...oneAccount, 'Account1.server': '', 'Settings.singleMode': '0' });
    const numbers = ['5550001', '5550002', '5550003', '5550004'];
    const starts = numbers.map((number) =>
      startProcess(directory.path, number, '--microsip-version', '3.22.3'),
    );
    try {
      await until(
        () => starts.filter((start) => start.hasEnded()).length === numbers.length - 1,
        'three helpers to end',
      );
      // The number of the instance itself waits for an account, which is added after its command line (facts A.1).
      const handedOver = numbers.filter((_, index) => starts[index]?.hasEnded());
      const { calls } = await client.status(limit);
      assert.deepEqual(calls.map(({ number }) => number).sort(), handedOver);
    } finally {
      for (const start of starts) await start[Symbol.asyncDispose]();
    }
  });

  it('loses the command of a second start while the first has the ini open, from 3.22.9 on (facts B.1)', async () => {
    writeIni(directory.path, oneAccount);
    await using _instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    await using first = startProcess(directory.path, '5550001', '--hold-ini', '60000');
    await until(
      () => first.hasEnded() || existsSync(instanceAddress(directory.path).iniLock),
      'the first start to open the ini',
    );
    const second = await startProcess(directory.path, '5550002').ended;
    assert.equal(second.code, 1);
    assert.match(second.stderr, /Failed to open file for writing/u);
    assert.equal(second.stdout, '');
    assert.equal(first.hasEnded(), false, 'the first start still has the ini open');
    assert.deepEqual((await client.status(limit)).calls, []);

    const older = await startProcess(directory.path, '5550003', '--microsip-version', '3.22.3').ended;
    assert.deepEqual(older, silentEnd);
    assert.equal((await client.status(limit)).calls[0]?.number, '5550003');
    await client.shutdown(limit);
  });

  itOnPosix(
    'keeps a second start waiting while a hook keeps the phone waiting (facts B.2, C.3)',
    async () => {
      const hook = executable(
        directory.path,
        'slow-hook',
        `while [ ! -e '${directory.path}/go' ]; do sleep 0.05; done`,
      );
      writeIni(directory.path, { ...oneAccount, 'Settings.cmdOutgoingCall': hook });
      await using _instance = startProcess(directory.path);
      await client.waitUntilRunning(limit);
      // The windows learn of the call, and so start the hook, after the command line has been treated (facts C.1).
      assert.deepEqual(await startProcess(directory.path, '5551234').ended, silentEnd);
      await until(() => existsSync(`${hook}.started`), 'the hook to run');
      await using helper = startProcess(directory.path, 'msip:minimize');
      const effects = client.effects();
      const minimized = (async () => {
        for await (const effect of effects) if (effect.do === 'hideWindow') return true;
        return false;
      })();
      await assert.rejects(client.sendCommandLine('/hangupall', { timeoutMs: 300 }), { code: 'TIMEOUT' });
      assert.equal(helper.hasEnded(), false);
      writeFileSync(join(directory.path, 'go'), '');
      assert.deepEqual(await helper.ended, silentEnd);
      assert.equal(await minimized, true);
      await client.shutdown(limit);
    },
  );

  it('hangs when asked to, answers questions about itself, and goes on afterwards', async () => {
    writeIni(directory.path, oneAccount);
    await using _instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    await client.hang({ forMs: 3000 });
    await assert.rejects(client.sendCommandLine('5551234', { timeoutMs: 100 }), { code: 'TIMEOUT' });
    assert.deepEqual((await client.status(limit)).calls, []);
    assert.deepEqual(await startProcess(directory.path, '/hangupall').ended, silentEnd);
    await client.shutdown(limit);
  });

  it('crashes like a killed process: nothing is saved, and the socket it leaves does not disturb the next', async () => {
    writeIni(directory.path, oneAccount);
    await using instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    await client.sendCommandLine('5551234', limit);
    await client.crash(limit);
    const { code } = await instance.ended;
    assert.equal(code, process.platform === 'win32' ? 1 : 'SIGKILL');
    assert.equal(await client.isRunning(limit), false);
    assert.equal(readIni(directory.path).get('Settings', 'lastCallNumber'), undefined);

    await using _next = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    await client.shutdown(limit);
    assert.equal(readIni(directory.path).get('Settings', 'singleMode'), '1');
  });

  itOnPosix('exits and saves when it is interrupted', async () => {
    writeIni(directory.path, oneAccount);
    await using instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    process.kill(instance.pid, 'SIGTERM');
    assert.equal((await instance.ended).code, 0);
    assert.equal(readIni(directory.path).get('Settings', 'singleMode'), '1');
  });

  it('leaves an ini alone that is not one of MicroSIP, and says so', async () => {
    for (const foreign of [Buffer.from('[core]\nbare = false\n'), Buffer.from([0x53, 0, 0x51, 0, 1, 2, 3])]) {
      writeFileSync(iniPath(directory.path), foreign);
      const { code, stderr } = await startProcess(directory.path).ended;
      assert.equal(code, 7);
      assert.match(stderr, /microsip\.ini/u);
      assert.deepEqual(readFileSync(iniPath(directory.path)), foreign);
    }
  });

  it('deletes its files for /resetnoask, after the running phone has exited (facts A.2)', async () => {
    writeIni(directory.path, oneAccount);
    writeFileSync(join(directory.path, 'mine.txt'), 'kept');
    await using instance = startProcess(directory.path);
    await client.waitUntilRunning(limit);
    assert.deepEqual(await startProcess(directory.path, '/resetnoask').ended, silentEnd);
    assert.deepEqual(await instance.ended, silentEnd);
    assert.equal(existsSync(iniPath(directory.path)), false);
    assert.equal(existsSync(join(directory.path, 'call_log.db')), false);
    assert.equal(existsSync(join(directory.path, 'mine.txt')), true);
  });

  it('explains a wrong argument or script and exits with 2', async () => {
    const script = join(directory.path, 'script.json');
    writeFileSync(script, '{"rules": [{"dialled": "5*", "steps": [{"after": -1, "do": "ring"}]}]}');
    const wrong = await startProcess(directory.path, '', '--script', script).ended;
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /script\.json .*\n {2}rules\.0\.steps\.0\.after: /u);
    const unknown = await startProcess(directory.path, '', '--dance', 'yes').ended;
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /no option "--dance"/u);
  });
});

/** A shell script that leaves `<path>.started` behind first. */
function executable(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n: > '${path}.started'\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { instanceAddress } from '../../../sdk/src/simulator/control/instance-address.ts';
import { lineLimit } from '../../../sdk/src/simulator/control/json-lines.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { lock, tryLock } from '../../../sdk/src/simulator/start/pid-lock.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';
import { describeOnPosix, itOnPosix } from '../../support/mocha/platform-tests.ts';

let directory: TemporaryDirectory;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => {
  directory[Symbol.dispose]();
});

describe('SimulatorClient', () => {
  it('says that no phone runs, and what to do', async () => {
    const client = new SimulatorClient(directory.path);
    assert.equal(await client.isRunning(), false);
    assert.equal(await client.processId(), undefined);
    for (const ask of [
      () => client.status(),
      () => client.sendCommandLine('101'),
      () => client.ring({ from: '101' }),
      () => client.crash(),
      () => client.shutdown(),
    ]) {
      await assert.rejects(ask(), { name: 'MicroSipError', code: 'NOT_RUNNING' });
    }
    await assert.rejects(
      async () => {
        for await (const _ of client.events()) assert.fail('there is nothing to report');
      },
      { code: 'NOT_RUNNING' },
    );
    await client.waitUntilEnded();
  });

  it('waits no longer than allowed, and ends early when its signal says so', async () => {
    const client = new SimulatorClient(directory.path);
    await assert.rejects(client.waitUntilRunning({ timeoutMs: 50 }), { code: 'TIMEOUT' });
    const controller = new AbortController();
    const waiting = client.waitUntilRunning({ signal: controller.signal });
    controller.abort();
    await assert.rejects(waiting, { code: 'CANCELLED' });
    await assert.rejects(client.status({ signal: controller.signal }), { code: 'CANCELLED' });
  });

  describe('with a phone', () => {
    let clock: ManualClock;
    let phone: Simulator;
    let client: SimulatorClient;
    beforeEach(async () => {
      clock = new ManualClock();
      writeIni(directory.path, oneAccount);
      phone = await Simulator.start({ dataDirectory: directory.path, clock });
      clock.pass(100);
      client = new SimulatorClient(directory.path);
    });
    afterEach(async () => {
      await phone.dispose();
    });

    it('asks, commands, rings, lets far ends and users act', async () => {
      assert.equal(await client.processId(), process.pid);
      assert.equal(await client.sendCommandLine('5551234'), true);
      clock.pass(2000);
      assert.equal((await client.status()).calls[0]?.state, 'active');
      await client.farEnd({ do: 'hang-up' });
      assert.deepEqual((await client.status()).calls, []);
      const callId = await client.ring({ from: '101' });
      clock.pass(0);
      await client.user({ do: 'decline', callId });
      clock.pass(0);
      assert.equal((await client.status()).phone, 'idle');
      await assert.rejects(client.farEnd({ do: 'hang-up' }, 'nobody'), { code: 'INVALID_ARGUMENT' });
      await client.ring({ from: '102', callId: 'mine' });
      clock.pass(0);
      await assert.rejects(client.ring({ from: '103', callId: 'mine' }), { code: 'INVALID_ARGUMENT' });
    });

    it('has a call that was let ring at once, so that its far end can act', async () => {
      const callId = await client.ring({ from: '101' });
      await client.farEnd({ do: 'hang-up' }, callId);
      assert.equal((await client.status()).lastCall?.callId, callId);
    });

    it('follows: what is so now, then all that happens, until the phone ends', async () => {
      const seen: string[] = [];
      const following = (async () => {
        for await (const observation of client.follow()) {
          seen.push(
            'phone' in observation
              ? `status ${observation.phone}`
              : `${observation.type} ${observation.state}`,
          );
          if (seen.length === 1) void client.sendCommandLine('5551234');
          if (seen.at(-1) === 'phone in-call') void client.shutdown();
        }
      })();
      await following;
      assert.equal(seen[0], 'status idle');
      assert.ok(seen.includes('call calling'));
      assert.equal(seen.at(-1), 'phone not-running');
    });

    it('lets go of events when its signal says so, without an error', async () => {
      const controller = new AbortController();
      const seen: string[] = [];
      for await (const observation of client.follow({ signal: controller.signal })) {
        seen.push('phone' in observation ? 'status' : observation.type);
        controller.abort();
      }
      assert.deepEqual(seen, ['status']);
    });

    it('hears of a phone that ends while it waits', async () => {
      phone.hang();
      const waiting = client.sendCommandLine('5551234');
      await client.status();
      await phone.crash();
      // MicroSIP's helper ends with 0 in this case: its window message was answered by nobody (facts B).
      await assert.rejects(waiting, { code: 'NOT_RUNNING' });
    });
  });
});

describe('the control socket', () => {
  async function sendRaw(text: string): Promise<string> {
    return await new Promise((resolve, reject) => {
      const socket = connect(instanceAddress(directory.path).socket);
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
      });
      socket.on('close', () => resolve(answer));
      socket.write(text);
    });
  }

  it('refuses what is no request, and the phone lives on', async () => {
    writeIni(directory.path, oneAccount);
    await using phone = await Simulator.start({ dataDirectory: directory.path, clock: new ManualClock() });
    for (const wrong of [
      'no json',
      '[]',
      '{"type":"dance"}',
      '{"type":"command-line"}',
      '{"type":"command-line","tail":7}',
      '{"type":"inspect","more":1}',
      '{"type":"hang","forMs":-1}',
      '{"type":"ring","call":{"from":"101","whileRinging":[{"after":1,"do":"dance"}]}}',
    ]) {
      const answer: unknown = JSON.parse(await sendRaw(`${wrong}\n`));
      assert.partialDeepStrictEqual(answer, { type: 'error', code: 'INVALID_ARGUMENT' });
    }
    assert.equal(await sendRaw('x'.repeat(lineLimit + 1)), '');
    assert.match(await sendRaw('{"type":"inspect"}\n{"type":"crash"}\n'), /^\{"type":"status".*\}\n$/u);
    assert.equal(phone.status.phone !== 'not-running', true);
  });

  it('is closed to other users, and one for all spellings of a folder', () => {
    const address = instanceAddress(directory.path);
    assert.deepEqual(instanceAddress(join(directory.path, 'x', '..')), address);
    assert.notDeepEqual(instanceAddress(join(directory.path, 'x')), address);
    if (process.platform === 'win32') return;
    assert.equal(statSync(dirname(address.socket)).mode & 0o777, 0o700);
    assert.ok(Buffer.byteLength(address.socket) <= 103);
  });

  it('refuses the empty path, which would be the current directory', async () => {
    const refused = { name: 'MicroSipError', code: 'INVALID_ARGUMENT' };
    assert.throws(() => instanceAddress(''), refused);
    assert.throws(() => provideExampleAccount(''), refused);
    await assert.rejects(Simulator.start({ dataDirectory: '' }), refused);
    await assert.rejects(new SimulatorClient('').status(), refused);
    writeFileSync(join(directory.path, 'file'), '');
    await assert.rejects(Simulator.start({ dataDirectory: join(directory.path, 'file') }), refused);
  });

  describeOnPosix('in a folder for temporary files that others use as well', () => {
    const before = process.env['TMPDIR'];
    let shared: string;
    let nearby: string;
    beforeEach(() => {
      // The system's own is too deep on macOS: the path of a socket in it would be too long.
      shared = mkdtempSync('/tmp/microsip-shared-');
      process.env['TMPDIR'] = shared;
      nearby = join(shared, `microsip-simulator-${String(process.getuid?.())}`);
    });
    afterEach(() => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(shared, { recursive: true, force: true });
    });

    const prepared: Readonly<Record<string, () => void>> = {
      'a folder open to others': () => mkdirSync(nearby, { mode: 0o755 }),
      'a file': () => writeFileSync(nearby, ''),
      'a link to another folder': () => {
        mkdirSync(join(shared, 'other'), { mode: 0o700 });
        symlinkSync(join(shared, 'other'), nearby);
      },
      'a link to nowhere': () => symlinkSync(join(shared, 'nowhere'), nearby),
    };
    for (const [what, prepare] of Object.entries(prepared)) {
      it(`is not put into ${what}`, () => {
        prepare();
        assert.throws(() => instanceAddress(directory.path), { name: 'MicroSipError', code: 'INTERNAL' });
      });
    }

    it('is put into a folder of its own that nobody else can enter', () => {
      assert.equal(dirname(instanceAddress(directory.path).socket), nearby);
      assert.equal(statSync(nearby).mode & 0o777, 0o700);
    });
  });

  it('does not keep a phone from exiting whose listener does not read', async () => {
    writeIni(directory.path, oneAccount);
    const clock = new ManualClock();
    const phone = await Simulator.start({ dataDirectory: directory.path, clock });
    clock.pass(100);
    const socket = connect(instanceAddress(directory.path).socket);
    socket.on('error', () => undefined);
    socket.write('{"type":"subscribe","to":"effects"}\n');
    await once(socket, 'readable');
    for (let call = 0; call < 100; call++) {
      const callId = phone.ring({ from: '101', callInfo: 'x'.repeat(100), to: 'y'.repeat(50_000) });
      clock.pass(0);
      phone.user({ do: 'decline', callId });
      phone.ring({ from: `"${'n'.repeat(100_000)}" <sip:101@pbx.test>` });
      clock.pass(0);
      await phone.commandLine('/hangupincoming');
    }
    await phone.dispose();
    assert.equal(await new SimulatorClient(directory.path).isRunning(), false);
    socket.destroy();
  });

  itOnPosix('that a killed phone left behind is taken over', async () => {
    const { socket } = instanceAddress(directory.path);
    const script = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', script]);
    assert.ok(existsSync(socket));
    writeIni(directory.path, oneAccount);
    // All at once: one takes it over, and none takes it away from that one.
    const opening = { opened: true, firstRun: false, text: '' } as const;
    const become = () =>
      Simulator.become({ dataDirectory: directory.path, clock: new ManualClock(), opening });
    const phones = await Promise.all([become(), become(), become(), become(), become()]);
    const [phone, ...others] = phones.filter((found) => found !== undefined);
    assert.deepEqual(others, []);
    assert.equal(await new SimulatorClient(directory.path).isRunning(), true);
    await phone?.dispose();
    assert.equal(existsSync(socket), false);
  });
});

describe('tryLock', () => {
  it('gives a lock to one at a time', async () => {
    const path = join(directory.path, 'lock');
    const unlock = tryLock(path);
    assert.ok(unlock);
    assert.equal(tryLock(path), undefined);
    await assert.rejects(lock(path, AbortSignal.timeout(30)));
    const waiting = lock(path, AbortSignal.timeout(5000));
    unlock();
    (await waiting)();
    assert.equal(existsSync(path), false);
  });

  it('takes a lock over that is older than any start, whoever has its number now', () => {
    const path = join(directory.path, 'lock');
    writeFileSync(path, String(process.pid));
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(path, anHourAgo, anHourAgo);
    tryLock(path)?.();
    assert.equal(existsSync(path), false);
  });

  it('takes a lock over that a dead process holds', () => {
    const path = join(directory.path, 'lock');
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path, String(pid));
    const unlock = tryLock(path);
    assert.ok(unlock);
    assert.equal(readFileSync(path, 'utf8'), String(process.pid));
    unlock();
  });
});

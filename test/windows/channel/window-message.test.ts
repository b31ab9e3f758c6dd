import assert from 'node:assert/strict';
import path from 'node:path';

import { execa } from 'execa';

import type { Delivery } from '../../../sdk/src/channel/channel.ts';
import { findPhoneProcesses } from '../../../sdk/src/installation/processes/find-phone-processes.ts';
import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';

describe('commands on Windows', () => {
  let phone: StandIn;
  beforeEach(() => {
    phone = standInPhone();
  });
  afterEach(() => phone[Symbol.asyncDispose]());

  const connect = async ({ executable }: StandIn = phone): Promise<MicroSip> =>
    await MicroSip.connect({ backend: 'windows', executable });

  it('go to the window of a phone that runs', async () => {
    await phone.start();
    await using microsip = await connect();
    const { channel, channelReason, started, remarks } = await microsip.dial('+1 (415) 555-2671');
    assert.deepEqual([channel, channelReason, started, remarks], ['window-message', undefined, false, []]);
    await microsip.sendDtmf('1#');
    await microsip.hangup({ scope: 'all' });
    const commands = ['+14155552671', '/dtmf:1#', '/hangupincoming', '/hangupall'];
    assert.deepEqual(await phone.untilReceived(4), commands);
    assert.ok(phone.received().every(({ by }) => by === 'message 2'));
    assert.equal(phone.records().filter(({ what }) => what === 'helper').length, 0);
  });

  it('wait for a phone that is not ready', async () => {
    phone = standInPhone({ notReady: true });
    await phone.start();
    await using microsip = await connect();
    const dialled = microsip.dial('101');
    await phone.untilRecorded('lost', { text: '101' });
    await phone.beReady();
    assert.equal((await dialled).channel, 'window-message');
    assert.deepEqual(await phone.untilReceived(1), ['101']);
  });

  it('say so when the phone does not get ready', async () => {
    phone = standInPhone({ notReady: true });
    await phone.start();
    await using microsip = await connect();
    await assert.rejects(microsip.dial('101', { timeoutMs: 5000 }), { code: 'NOT_READY' });
    assert.deepEqual(phone.received(), []);
  });

  it('wait for a phone that hangs, and are not sent when it goes on for too long', async () => {
    await phone.start();
    await using microsip = await connect();
    {
      await using _frozen = await phone.freeze();
      await assert.rejects(microsip.dial('101', { timeoutMs: 1000 }), {
        code: 'TIMEOUT',
        message: /nothing was sent/u,
      });
    }
    const frozen = await phone.freeze();
    const dialled = microsip.dial('102');
    await frozen[Symbol.asyncDispose]();
    await dialled;
    assert.deepEqual(await phone.untilReceived(1), ['102']);
  });

  it('start a phone that does not run where they dial, and else start nothing', async () => {
    await using microsip = await connect();
    await assert.rejects(microsip.hangup(), { code: 'NOT_RUNNING' });
    assert.deepEqual(phone.records(), []);
    const { channel, channelReason, started } = await microsip.dial('101');
    assert.deepEqual([channel, channelReason, started], ['launcher', 'no phone runs', true]);
    // The next one comes while the phone is still starting.
    assert.equal((await microsip.dial('102')).channel, 'window-message');
    assert.deepEqual(await phone.untilReceived(2), ['101', '102']);
  });

  it('that only a start carries out are left to one', async () => {
    await phone.start();
    await using microsip = await connect();
    for (const deliver of [() => microsip.start(), () => microsip.exit()]) {
      const { channel, channelReason } = await deliver();
      assert.deepEqual([channel, channelReason], ['launcher', 'only a start of the program does this']);
    }
    await phone.untilRecorded('over');
    assert.deepEqual(phone.received(), []);
  });

  it('are not overtaken by the end of a phone that stands still and has kept one for later', async () => {
    await phone.start();
    await using microsip = await connect();
    const phoneWindows = (await loadNativeWindows())?.phoneWindows;
    const [window] = phoneWindows?.find(phone.executable) ?? [];
    assert.ok(phoneWindows !== undefined && window !== undefined);
    // Between two event hooks the phone looks for what was sent to it, and keeps the command behind the second one.
    await phone.freeze(4000);
    const secondFreeze = phone.freeze();
    assert.deepEqual(await phoneWindows.sendCommandLine(window, 'msip:micmute', 10_000), {
      outcome: 'answered',
      answer: 0,
    });
    const frozen = await secondFreeze;
    await assert.rejects(microsip.exit({ timeoutMs: 2000 }), {
      code: 'TIMEOUT',
      message: /nothing was sent/u,
    });
    assert.equal(phone.records().filter(({ what }) => what === 'helper').length, 0);
    assert.equal(phone.records().filter(({ what }) => what === 'effect').length, 0);
    const exiting = microsip.exit();
    await frozen[Symbol.asyncDispose]();
    await exiting;
    await phone.untilRecorded('over');
    const effects = phone.records().filter(({ what }) => what === 'effect');
    assert.deepEqual(
      effects.map((effect) => effect['with']),
      ['micmute'],
    );
  });

  it('go by the launcher, which says why, where koffi is missing', async () => {
    await phone.start();
    const program = path.join(import.meta.dirname, 'programs/dial-without-koffi.ts');
    const { stdout } = await execa(process.execPath, [program, phone.executable]);
    const { channel, channelReason, started } = JSON.parse(stdout) as Delivery;
    assert.deepEqual([channel, started], ['launcher', false]);
    assert.match(channelReason ?? '', /koffi.* is missing or does not run here/u);
    assert.deepEqual(await phone.untilReceived(1), ['101']);
    assert.equal(phone.received()[0]?.by, 'message 1');
  });

  it('reach the copy that is meant', async () => {
    await using copy = standInPhone();
    await phone.start();
    await copy.start();
    await using first = await connect();
    await using second = await connect(copy);
    await first.dial('101');
    await second.dial('102');
    assert.deepEqual([await phone.untilReceived(1), await copy.untilReceived(1)], [['101'], ['102']]);
  });

  it('keep the order in which they were given, however many wait', async () => {
    await phone.start();
    await using microsip = await connect();
    const digits = Array.from({ length: 50 }, (_, index) => String(index));
    await Promise.all(digits.map((each) => microsip.sendDtmf(each)));
    assert.deepEqual(
      await phone.untilReceived(digits.length),
      digits.map((each) => `/dtmf:${each}`),
    );
  });

  it('show whether the phone runs by its window, and who it is', async () => {
    await using microsip = await connect();
    assert.equal((await microsip.status()).phone, 'not-running');
    await phone.start();
    assert.notEqual((await microsip.status()).phone, 'not-running');
    const processes = await findPhoneProcesses(microsip.installation, AbortSignal.timeout(180_000));
    assert.ok(processes !== 'unknown');
    assert.deepEqual(
      processes.map(({ processId, accessible }) => [processId, accessible]),
      [[phone.processId(), true]],
    );
  });
});

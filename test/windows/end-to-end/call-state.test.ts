import assert from 'node:assert/strict';

import type { CallEvent } from '../../../sdk/src/events/call-event.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { until } from '../../support/sdk/until.ts';
import { standInPhone, type StandIn, type StandInOptions } from '../../support/windows/stand-in-phone.ts';

type Told = Pick<CallEvent, 'state' | 'direction' | 'number' | 'reason' | 'source'>;

/** A phone that runs, and what its tracker tells of calls. */
interface TrackedPhone extends AsyncDisposable {
  readonly phone: StandIn;
  readonly microsip: MicroSip;
  readonly told: readonly Told[];
  /** Waits until a state of a call was told. */
  untilTold(state: CallEvent['state']): Promise<Told>;
}

async function trackedPhone(
  options: StandInOptions,
  prepare: (microsip: MicroSip) => Promise<unknown> = () => Promise.resolve(),
): Promise<TrackedPhone> {
  const phone = standInPhone(options);
  const microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
  await prepare(microsip);
  await phone.start();
  const tracker = await microsip.track();
  const told: Told[] = [];
  tracker.onDidChangeCall(({ state, direction, number, reason, source }) => {
    told.push({
      state,
      direction,
      ...(number !== undefined && { number }),
      ...(reason !== undefined && { reason }),
      source,
    });
  });
  return {
    phone,
    microsip,
    told,
    untilTold: (state) => until(() => told.find((each) => each.state === state), `a call that is ${state}`),
    [Symbol.asyncDispose]: async () => {
      tracker[Symbol.dispose]();
      await microsip.dispose();
      await phone[Symbol.asyncDispose]();
    },
  };
}

const statesOf = (told: readonly Told[]): readonly string[] => told.map(({ state }) => state);

describe('the state of calls on Windows, from the log', () => {
  it('follows a call from the dialling to its end', async () => {
    await using tracked = await trackedPhone({});
    await tracked.microsip.dial('101');
    await tracked.untilTold('active');
    await tracked.microsip.hold();
    await tracked.untilTold('held');
    await tracked.microsip.hangup();
    const { reason, number } = await tracked.untilTold('ended');
    assert.deepEqual([reason, number], ['hung-up', '101']);
    assert.deepEqual(statesOf(tracked.told), ['calling', 'ringing', 'active', 'held', 'ended']);
    assert.deepEqual(new Set(tracked.told.map(({ source }) => source)), new Set(['log']));
  });

  it('tells why a call came to nothing', async () => {
    for (const [number, manner, reason] of [
      ['486', '486', 'busy'],
      ['102', '603', 'declined'],
      ['103', '404', 'failed'],
    ] as const) {
      await using tracked = await trackedPhone({ farEnds: { [number]: manner } });
      const { call } = await tracked.microsip.dialAndWait(number, { until: 'active', timeoutMs: 45_000 });
      assert.deepEqual([call.state, call.reason], ['ended', reason], number);
    }
  }).timeout(180_000);

  it('follows a call that comes in, and who gave it up', async () => {
    await using tracked = await trackedPhone({});
    await tracked.phone.ring('"Ünal" <sip:900@pbx.test>');
    assert.equal((await tracked.untilTold('incoming')).number, '900');
    await tracked.microsip.answer();
    await tracked.untilTold('active');
    await tracked.phone.farEnd('hang-up');
    assert.equal((await tracked.untilTold('ended')).reason, 'hung-up');

    const before = tracked.told.length;
    await tracked.phone.ring('<sip:901@pbx.test>');
    await until(() => tracked.told.length > before, 'the second call');
    await tracked.phone.farEnd('hang-up');
    const missed = await until(
      () => tracked.told.slice(before).find(({ state }) => state === 'ended'),
      'its end',
    );
    assert.deepEqual([missed.number, missed.reason], ['901', 'missed']);
  });

  it('goes on over an end and a new start of the phone', async () => {
    await using tracked = await trackedPhone({});
    await tracked.microsip.dial('101');
    await tracked.untilTold('active');
    await tracked.microsip.exit();
    await tracked.untilTold('ended');
    const before = tracked.told.length;
    await tracked.microsip.dial('102');
    await until(
      () => tracked.told.slice(before).some(({ state, number }) => state === 'active' && number === '102'),
      'the call of the new start',
    );
  }).timeout(180_000);

  it('knows what is so already when it is looked at for the first time', async () => {
    await using phone = standInPhone();
    await phone.start('101');
    await phone.untilRecorded('effect', { did: 'call' });
    await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
    const call = await microsip.waitForCall('active', { timeoutMs: 45_000 });
    assert.equal(call.number, '101');
    assert.equal((await microsip.status()).phone, 'in-call');
  });
});

describe('the state of calls on Windows, from event hooks', () => {
  it('goes from the hook through the journal to the tracker', async () => {
    await using tracked = await trackedPhone({ settings: { enableLog: '0' } }, async (microsip) => {
      await microsip.hooks.install();
    });
    await tracked.microsip.dial('101');
    await tracked.untilTold('active');
    await tracked.phone.farEnd('hang-up');
    await tracked.untilTold('ended');
    assert.deepEqual(new Set(tracked.told.map(({ source }) => source)), new Set(['hook']));
    assert.deepEqual(new Set(tracked.told.map(({ number }) => number)), new Set(['101']));
  }).timeout(180_000);

  it('survives a hook that freezes the phone: the command waits, and arrives', async () => {
    await using tracked = await trackedPhone({ settings: { enableLog: '0' } }, async (microsip) => {
      await microsip.hooks.install();
    });
    await tracked.microsip.dial('101');
    await tracked.phone.untilRecorded('hook');
    await tracked.microsip.hangup();
    await tracked.untilTold('ended');
    assert.deepEqual(await tracked.phone.untilReceived(2), ['101', '/hangupall']);
  }).timeout(180_000);
});

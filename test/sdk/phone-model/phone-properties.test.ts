import assert from 'node:assert/strict';

import fc from 'fast-check';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import type { PhoneEvent } from '../../../sdk/src/phone-model/phone-input.ts';
import { callsOf } from '../../../sdk/src/phone-model/phone-selectors.ts';
import type { PhoneState } from '../../../sdk/src/phone-model/phone-state.ts';
import { advance, nextDeadline, startPhone } from '../../../sdk/src/phone-model/phone.ts';
import { phoneSettingsFrom } from '../../../sdk/src/phone-model/profile/phone-settings-from.ts';
import { everyHook, twoAccounts, type TestIni } from './phone-under-test.ts';

/** Something to try; `call` picks among the calls there are. */
type Move =
  | { readonly move: 'command'; readonly tail: string; readonly by: 'second-start' | 'window-message' }
  | { readonly move: 'ring'; readonly from: string; readonly video: boolean; readonly callInfo: string }
  | { readonly move: 'call'; readonly call: number; readonly act: (callId: string) => PhoneEvent }
  | { readonly move: 'event'; readonly event: PhoneEvent }
  | { readonly move: 'end-hook'; readonly thread: 'interface' | 'sip' }
  | { readonly move: 'wait'; readonly ms: number };

const commands: fc.Arbitrary<Move> = fc.record({
  move: fc.constant('command' as const),
  tail: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...['101', '102', '103,5,66', '486', '101 hello', '/answer', '/hangupall', '/hangupcalling'],
        ...['/hangupincoming', 'msip:hold', 'msip:micup', 'msip:micmute', '/dtmf:12', '/dtmf:3?'],
        ...[
          '/transfer:300',
          '/account:2 101',
          '/account:1',
          '/account:9 1',
          'https://x',
          'tel:',
          '',
          '/minimized',
        ],
        ...['/password:x', '/account:1 /password:y', 'msip:minimize', '-hangup', 'sip:200@pbx.test'],
      ),
    },
    { weight: 1, arbitrary: fc.string() },
  ),
  by: fc.constantFrom('second-start' as const, 'window-message' as const),
});

const rings: fc.Arbitrary<Move> = fc.record({
  move: fc.constant('ring' as const),
  from: fc.oneof(
    fc.constantFrom('<sip:200@pbx.test>', '"Ada" <sip:201@pbx.test>', '<sip:101@pbx.test>', '<sip:far.test>'),
    fc.string(),
  ),
  video: fc.boolean(),
  callInfo: fc.constantFrom('', 'auto answer', 'answer-after=2'),
});

const status = fc.constantFrom(302, 404, 480, 481, 486, 487, 500, 600, 603);
const callActs: fc.Arbitrary<(callId: string) => PhoneEvent> = fc.oneof(
  fc.constantFrom<((callId: string) => PhoneEvent)[]>(
    (callId) => ({ type: 'far-end-ringing', callId }),
    (callId) => ({ type: 'far-end-answered', callId }),
    (callId) => ({ type: 'far-end-hung-up', callId }),
    (callId) => ({ type: 'far-end-held', callId, held: true }),
    (callId) => ({ type: 'transfer-answered', callId, status: 200 }),
    (callId) => ({ type: 'user-answers', callId }),
    (callId) => ({ type: 'user-declines', callId }),
    (callId) => ({ type: 'user-hangs-up', callId }),
    (callId) => ({ type: 'user-selects-call', callId }),
    (callId) => ({ type: 'incoming-call', callId, from: '<sip:200@pbx.test>' }),
  ),
  status.map((code) => (callId: string): PhoneEvent => ({ type: 'far-end-refused', callId, status: code })),
);

const calls: fc.Arbitrary<Move> = fc.record({
  move: fc.constant('call' as const),
  call: fc.nat(5),
  act: callActs,
});

const events: fc.Arbitrary<Move> = fc.record({
  move: fc.constant('event' as const),
  event: fc.constantFrom<PhoneEvent[]>(
    { type: 'registration-answered', status: 200 },
    { type: 'registration-answered', status: 403 },
    { type: 'user-presses', button: 'DND' },
    { type: 'user-presses', button: 'AA' },
    { type: 'user-presses', button: 'FWD' },
    { type: 'user-accepts-settings' },
    { type: 'user-confirms' },
    { type: 'user-sends-digits' },
    { type: 'stack-started' },
  ),
});

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof<fc.MaybeWeightedArbitrary<Move>[]>(
    { weight: 4, arbitrary: commands },
    { weight: 3, arbitrary: rings },
    { weight: 8, arbitrary: calls },
    { weight: 1, arbitrary: events },
    {
      weight: 4,
      arbitrary: fc.record({
        move: fc.constant('end-hook' as const),
        thread: fc.constantFrom('interface' as const, 'sip' as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        move: fc.constant('wait' as const),
        ms: fc.constantFrom(0, 1, 500, 2000, 12_000),
      }),
    },
  ),
  { maxLength: 40 },
);

const inis: fc.Arbitrary<TestIni> = fc
  .record({
    singleMode: fc.constantFrom('0', '1'),
    autoAnswer: fc.constantFrom('', 'button', 'header', 'all'),
    autoAnswerDelay: fc.constantFrom('0', '1'),
    autoAnswerCalls: fc.constantFrom('', 'hold', 'all'),
    localDTMF: fc.constantFrom('0', '1'),
    denyIncoming: fc.constantFrom('', 'button', 'remotedomain'),
    forwarding: fc.constantFrom('', 'button', 'all'),
    forwardingNumber: fc.constantFrom('', '300'),
    forwardingDelay: fc.constantFrom('0', '2'),
    callWaiting: fc.constantFrom('0', '1'),
    maxConcurrentCalls: fc.constantFrom('0', '1', '2'),
    autoHangUpTime: fc.constantFrom('0', '3'),
    hooks: fc.boolean(),
  })
  .map(({ hooks, ...keys }) => ({
    ...twoAccounts,
    ...(hooks && everyHook),
    ...Object.fromEntries(Object.entries(keys).map(([key, value]) => [`Settings.${key}`, value])),
  }));

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** A phone that is watched: every input is checked against what has to hold always. */
class WatchedPhone {
  state: PhoneState;
  now = Date.UTC(2026, 10, 1);
  readonly states = new Map<string, string[]>();
  readonly endedWith481 = new Set<string>();
  readonly endHooks = new Map<string, number>();
  readonly rows = new Map<string, number>();
  /** Calls whose row was begun while they lasted, which is when they got their tab. */
  readonly tabs = new Set<string>();
  readonly senders = new Map<number, number>();
  readonly runs = new Map<string, { readonly hook: number; readonly until: number }>();
  readonly callIds: string[] = [];
  #sender = 0;
  #ring = 0;

  constructor(ini: TestIni, version: (typeof verifiedVersions)[number]) {
    const settings = phoneSettingsFrom((section, key) => ini[`${section}.${key}`], version);
    const started = startPhone({ version, settings, at: this.now });
    assert.ok(started.state);
    this.state = started.state;
    this.feed({ type: 'registration-answered', status: 200 });
  }

  feed(event: PhoneEvent): void {
    const input = { at: this.now, ...event };
    const before = frozen(this.state);
    const { effects, state } = advance(before, input);
    const copied = JSON.parse(JSON.stringify(before)) as PhoneState;
    assert.deepEqual(copied, before, 'a state is nothing but JSON');
    assert.deepEqual(advance(copied, input), { effects, state }, 'a restored state behaves the same');
    this.state = state;
    if (event.type === 'hook-ended') {
      for (const [thread, run] of this.runs) if (run.hook === event.hook) this.runs.delete(thread);
    }
    for (const effect of effects) this.watch(effect);
    const deadline = nextDeadline(state);
    assert.ok(deadline === undefined || deadline > this.now, 'what is due has been done');
  }

  watch(effect: PhoneEffect): void {
    if (effect.do === 'callState') {
      const { callId, state, status: code } = effect;
      // A Call-ID that comes again after its call has ended is a new call.
      if (state === 'INCOMING' || state === 'CALLING') {
        assert.ok([undefined, 'DISCONNECTED'].includes(this.states.get(callId)?.at(-1)));
        this.states.set(callId, []);
        this.rows.delete(callId);
        this.tabs.delete(callId);
        this.endedWith481.delete(callId);
        this.endHooks.delete(callId);
      }
      if (!this.callIds.includes(callId)) this.callIds.push(callId);
      this.states.get(callId)?.push(state);
      if (state === 'DISCONNECTED' && code === 481) this.endedWith481.add(callId);
      assert.match(
        (this.states.get(callId) ?? []).join(' '),
        /^(CALLING|INCOMING)( EARLY)?( CONNECTING( CONFIRMED)?)?( DISCONNECTED)?$/u,
      );
    }
    if (effect.do === 'hook') {
      const run = this.runs.get(effect.blocks);
      assert.ok(run === undefined || run.until <= this.now, 'hooks of one thread never overlap');
      this.runs.set(effect.blocks, { hook: effect.hook, until: this.now + 10_000 });
      if (effect.key === 'cmdCallEnd' || effect.key === 'cmdCallBusy') {
        this.endHooks.set(effect.callId, (this.endHooks.get(effect.callId) ?? 0) + 1);
      }
    }
    if (effect.do === 'historyInsert') {
      this.rows.set(effect.row.callId, (this.rows.get(effect.row.callId) ?? 0) + 1);
      // A call that was answered and hung up in one go is over when its row is begun, and says so.
      if (effect.row.info === '') this.tabs.add(effect.row.callId);
    }
    if (effect.do === 'historyUpdate') assert.ok(this.rows.has(effect.row.callId));
    if (effect.do === 'senderReleased') {
      assert.equal(this.senders.get(effect.sender), 0, 'a sender is released once');
      this.senders.set(effect.sender, 1);
    }
  }

  try(move: Move): void {
    switch (move.move) {
      case 'command': {
        const sender = ++this.#sender;
        this.senders.set(sender, 0);
        this.feed({ type: 'command-line', tail: move.tail, by: move.by, sender });
        break;
      }
      case 'ring': {
        const { callInfo, from, video } = move;
        const callId = `incoming-${String(++this.#ring)}`;
        this.feed({ type: 'incoming-call', callId, from, video, callInfo });
        break;
      }
      case 'call': {
        const callId = this.callIds[this.callIds.length - 1 - move.call];
        const event = callId === undefined ? undefined : move.act(callId);
        if (event !== undefined) this.feed(event);
        break;
      }
      case 'event':
        this.feed(move.event);
        break;
      case 'end-hook':
        this.endHook(move.thread);
        break;
      case 'wait':
        this.wait(move.ms);
        break;
    }
  }

  endHook(thread: 'interface' | 'sip'): void {
    const run = this.runs.get(thread);
    if (run !== undefined) this.feed({ type: 'hook-ended', hook: run.hook });
  }

  wait(ms: number): void {
    const until = this.now + ms;
    for (
      let due = nextDeadline(this.state);
      due !== undefined && due <= until;
      due = nextDeadline(this.state)
    ) {
      this.now = due;
      this.feed({ type: 'time' });
    }
    this.now = until;
    this.feed({ type: 'time' });
  }

  /** Sends `time` whenever something is due, until nothing is. */
  settle(): void {
    for (let steps = 0; ; steps++) {
      assert.ok(steps < 2000, 'a phone that nobody disturbs comes to rest');
      const due = nextDeadline(this.state);
      if (due === undefined) return;
      this.now = due;
      this.feed({ type: 'time' });
    }
  }

  hangUpEverything(): void {
    for (const { callId } of callsOf(this.state)) this.feed({ type: 'user-hangs-up', callId });
    this.settle();
  }
}

describe('the phone model under random inputs', function () {
  this.timeout(120_000);
  const runs = { numRuns: 1500 };

  it('keeps every call to the order of PJSIP, threads to one hook at a time, senders to one release', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verifiedVersions), inis, moves, (version, ini, tries) => {
        const phone = new WatchedPhone(ini, version);
        for (const move of tries) phone.try(move);
        phone.settle();
        phone.hangUpEverything();
        while (phone.state.messageBoxes.length > 0) phone.feed({ type: 'user-confirms' });
        phone.settle();

        assert.deepEqual(callsOf(phone.state), [], 'every call has ended');
        for (const [callId, states] of phone.states) {
          assert.equal(states.at(-1), 'DISCONNECTED', callId);
          assert.equal(states.filter((state) => state === 'DISCONNECTED').length, 1, 'each exactly once');
        }
        for (const [sender, released] of phone.senders) assert.equal(released, 1, `sender ${String(sender)}`);
        for (const count of phone.rows.values()) assert.equal(count, 1, 'a row is inserted once');
        assert.deepEqual(phone.state.interface, { steps: [], waiting: null });
        assert.deepEqual(phone.state.sip, { steps: [], waiting: null });
      }),
      runs,
    );
  });

  it('tells the end of every call with a tab by one of CallEnd and CallBusy, and of no other call', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verifiedVersions), inis, moves, (version, ini, tries) => {
        const phone = new WatchedPhone({ ...ini, ...everyHook }, version);
        for (const move of tries) phone.try(move);
        phone.settle();
        phone.hangUpEverything();
        for (const [callId, states] of phone.states) {
          const fired = phone.endHooks.get(callId) ?? 0;
          const hadTab = phone.tabs.has(callId) && !phone.endedWith481.has(callId);
          // 3.20.5 does not hide the calls it refuses before they ring.
          const unhidden = version === '3.20.5' && !hadTab && states.length === 2;
          assert.ok(unhidden ? fired <= 1 : fired === (hadTab ? 1 : 0), `${callId}: ${states.join(' ')}`);
        }
      }),
      runs,
    );
  });

  it('ends all at the exit, whatever is under way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verifiedVersions), inis, moves, (version, ini, tries) => {
        const phone = new WatchedPhone(ini, version);
        for (const move of tries) phone.try(move);
        phone.try({ move: 'command', tail: '/exit', by: 'second-start' });
        phone.settle();
        assert.equal(phone.state.process, 'ended');
        for (const states of phone.states.values()) assert.equal(states.at(-1), 'DISCONNECTED');
        for (const [sender, released] of phone.senders) assert.equal(released, 1, `sender ${String(sender)}`);
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';

import type { HookKey } from '../../../../sdk/src/catalogue/hook.ts';
import type {
  CallEvent,
  CallProgress,
  EventSource,
  MicroSipEvent,
} from '../../../../sdk/src/events/call-event.ts';
import { track } from '../../../../sdk/src/events/tracker/track.ts';
import type { TrackerInput } from '../../../../sdk/src/events/tracker/tracker-input.ts';
import { statusOf, unknownPhone } from '../../../../sdk/src/events/tracker/tracker-state.ts';

/** A moment, so many milliseconds after the test began. */
const moment = (ms: number): string => new Date(Date.UTC(2026, 10, 22, 12) + ms).toISOString();

/** Takes inputs one after the other. */
class Heard {
  readonly events: MicroSipEvent[] = [];
  state = unknownPhone;
  #hooks = 0;

  take(...inputs: readonly TrackerInput[]): this {
    for (const input of inputs) {
      const { events, state } = track(this.state, input);
      this.state = state;
      this.events.push(...events);
    }
    return this;
  }

  sources(...sources: readonly EventSource[]): this {
    return this.take(
      { type: 'sources', at: moment(0), sources },
      { type: 'process', at: moment(0), running: true, processId: 7, startedAt: moment(-60_000) },
    );
  }

  log(ms: number, state: CallProgress, more: Partial<CallEvent> = {}): this {
    const call = { callId: 'sip-1', direction: 'outgoing', number: '101', uri: 'sip:101@pbx.test' } as const;
    return this.take({ type: 'call', at: moment(ms), ...call, state, source: 'log', ...more });
  }

  hook(ms: number, hook: HookKey, caller = '101'): this {
    return this.take({ type: 'hook', at: moment(ms), id: `h${++this.#hooks}`, hook, caller });
  }

  /** Calls as `id state reason`. */
  get calls(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'call'
        ? [[event.callId, event.state, event.reason, event.endedBy].filter(Boolean).join(' ')]
        : [],
    );
  }

  get presences(): readonly string[] {
    return this.events.flatMap((event) => (event.type === 'phone' ? [event.state] : []));
  }
}

describe('the tracker', () => {
  it('takes no phone for idle that has unregistered and is about to end', () => {
    const account = 'sip:101@pbx.test';
    const registration = { type: 'registration', account, source: 'log' } as const;
    const heard = new Heard()
      .sources('log')
      .take(
        { type: 'stack', at: moment(0), state: 'started' },
        { ...registration, at: moment(1), state: 'registered' },
        { ...registration, at: moment(2), state: 'unregistered' },
        { type: 'stack', at: moment(3), state: 'ended' },
        { type: 'process', at: moment(4), running: false },
      );
    assert.deepEqual(heard.presences, ['idle', 'unregistered', 'not-running']);
    assert.equal(statusOf(heard.state).registration, undefined);
  });

  it('reports a call of the log with all that is known of it, and keeps it as the last one', () => {
    const heard = new Heard().sources('log').log(1, 'calling').log(2, 'ringing').log(3, 'active');
    heard.log(5, 'ended', { reason: 'hung-up', endedBy: 'remote', status: 200 });
    assert.deepEqual(heard.calls, [
      'sip-1 calling',
      'sip-1 ringing',
      'sip-1 active',
      'sip-1 ended hung-up remote',
    ]);
    const { calls, lastCall, phone } = statusOf(heard.state);
    assert.deepEqual([phone, calls], ['idle', []]);
    assert.deepEqual(
      [lastCall?.since, lastCall?.answeredAt, lastCall?.endedAt],
      [moment(1), moment(3), moment(5)],
    );
  });

  it('takes nothing of hooks that the log has told, whichever of the two is read first', () => {
    const logFirst = new Heard().sources('log', 'hook').log(1, 'calling').hook(40, 'cmdOutgoingCall');
    logFirst.log(50, 'active').hook(90, 'cmdCallStart');
    logFirst.log(100, 'ended', { reason: 'hung-up' }).hook(140, 'cmdCallEnd');

    const hooksFirst = new Heard().sources('log', 'hook').hook(40, 'cmdOutgoingCall').log(1, 'calling');
    hooksFirst.hook(90, 'cmdCallStart').hook(140, 'cmdCallEnd').log(50, 'active');
    hooksFirst.log(100, 'ended', { reason: 'hung-up' });

    assert.deepEqual(logFirst.calls, ['sip-1 calling', 'sip-1 active', 'sip-1 ended hung-up']);
    assert.deepEqual(hooksFirst.calls, logFirst.calls);
    assert.deepEqual(statusOf(hooksFirst.state), statusOf(logFirst.state));
  });

  it('lets a hook count that the log does not confirm in time', () => {
    const heard = new Heard().sources('log', 'hook').log(1, 'calling').hook(5000, 'cmdCallStart');
    assert.deepEqual(heard.calls, ['sip-1 calling']);
    heard.take({ type: 'time', at: moment(18_000) });
    assert.deepEqual(heard.calls, ['sip-1 calling', 'sip-1 active']);
  });

  it('keeps the id under which a call was first reported', () => {
    const heard = new Heard().sources('hook').hook(10, 'cmdOutgoingCall').log(1, 'calling');
    heard.log(20, 'ringing').log(30, 'ended', { reason: 'busy', status: 486 });
    assert.deepEqual(heard.calls, ['hook-h1 calling', 'hook-h1 ringing', 'hook-h1 ended busy']);
    assert.equal(statusOf(heard.state).lastCall?.uri, 'sip:101@pbx.test');
  });

  it('names the same call as the last, whether the hook of a phone that is gone comes before or after that', () => {
    const twoCalls = (): Heard =>
      new Heard()
        .sources('log', 'hook')
        .log(1, 'calling')
        .log(2, 'incoming', { callId: 'sip-2', direction: 'incoming', number: '200' });
    const gone: TrackerInput = { type: 'process', at: moment(10), running: false };

    const hookFirst = twoCalls().hook(20, 'cmdCallEnd').take(gone);
    const hookLast = twoCalls().take(gone).hook(20, 'cmdCallEnd');
    assert.equal(statusOf(hookFirst.state).lastCall?.number, '200');
    assert.equal(statusOf(hookLast.state).lastCall?.number, '200');
  });

  it('does not claim of hooks what they do not tell: why an unanswered call ended', () => {
    const heard = new Heard().sources('hook');
    heard.hook(1, 'cmdOutgoingCall').hook(2, 'cmdCallEnd');
    heard.hook(11, 'cmdIncomingCall', '200').hook(12, 'cmdCallRing', '200').hook(13, 'cmdCallEnd', '200');
    assert.deepEqual(heard.calls, [
      'hook-h1 calling',
      'hook-h1 ended unknown',
      'hook-h3 incoming',
      'hook-h3 ended unknown',
    ]);
  });

  it('knows from hooks who is busy and who declined', () => {
    const heard = new Heard().sources('hook').hook(1, 'cmdOutgoingCall').hook(2, 'cmdCallBusy');
    heard.hook(3, 'cmdIncomingCall', '200').hook(4, 'cmdCallRing', '200').hook(5, 'cmdCallBusy', '200');
    assert.deepEqual(heard.calls.slice(1), [
      'hook-h1 ended busy remote',
      'hook-h3 incoming',
      'hook-h3 ended declined local',
    ]);
  });

  it('knows by its own commands who ended a call that hooks tell of', () => {
    const hangUp = (ms: number): TrackerInput => ({
      type: 'command',
      at: moment(ms),
      action: { type: 'hangup' },
    });
    const heard = new Heard()
      .sources('hook')
      .hook(1, 'cmdOutgoingCall')
      .take(hangUp(2))
      .hook(3, 'cmdCallEnd');
    heard.hook(40_010, 'cmdOutgoingCall').hook(40_011, 'cmdCallStart').take(hangUp(40_012));
    heard.hook(40_013, 'cmdCallEnd');
    const ends = heard.calls.filter((call) => call.includes('ended'));
    assert.deepEqual(ends, ['hook-h1 ended cancelled local', 'hook-h3 ended hung-up local']);
  });

  it('leaves out a call that MicroSIP announces and refuses by itself, until more is heard of it', () => {
    const heard = new Heard().sources('hook').hook(1, 'cmdIncomingCall', '200');
    assert.deepEqual([heard.calls, statusOf(heard.state).calls, heard.presences], [[], [], ['idle']]);
    heard.hook(50, 'cmdCallAnswer', '200').hook(51, 'cmdCallStart', '200');
    assert.deepEqual(heard.calls, ['hook-h1 incoming', 'hook-h1 active']);
    assert.equal(statusOf(heard.state).calls[0]?.since, moment(1));
  });

  it('knows the end of a call from nobody, which hooks name by its domain', () => {
    const heard = new Heard().sources('hook');
    for (const hook of ['cmdIncomingCall', 'cmdCallRing', 'cmdCallAnswer', 'cmdCallStart'] as const) {
      heard.hook(1, hook, '');
    }
    heard.hook(9, 'cmdCallEnd', 'far.test');
    assert.deepEqual(heard.calls, ['hook-h1 incoming', 'hook-h1 active', 'hook-h1 ended hung-up']);
  });

  it('tells apart calls of one number, one after the other', () => {
    const heard = new Heard().sources('hook');
    for (let ms = 0; ms < 3000; ms += 1000) heard.hook(ms, 'cmdOutgoingCall').hook(ms + 500, 'cmdCallEnd');
    assert.equal(new Set(heard.calls.map((call) => call.split(' ')[0])).size, 3);
    assert.deepEqual(statusOf(heard.state).calls, []);
  });

  it('ends every call with the process, and takes nothing late for a new one', () => {
    const heard = new Heard().sources('log', 'hook').log(1, 'calling').log(2, 'active');
    heard.take({ type: 'process', at: moment(10), running: false });
    heard.log(5, 'ended', { reason: 'hung-up', endedBy: 'local' });
    heard.hook(4, 'cmdOutgoingCall').hook(5, 'cmdCallStart').hook(6, 'cmdCallEnd');
    heard.take({ type: 'time', at: moment(60_000) });
    assert.deepEqual(heard.calls, ['sip-1 calling', 'sip-1 active', 'sip-1 ended unknown']);
    assert.deepEqual(heard.presences, ['idle', 'in-call', 'not-running']);
    // What was told too late to be an event completes what is known.
    assert.equal(statusOf(heard.state).lastCall?.reason, 'hung-up');
  });

  it('ends calls that an earlier process left behind', () => {
    const heard = new Heard().take({ type: 'sources', at: moment(0), sources: ['hook'] });
    heard.hook(1, 'cmdOutgoingCall').hook(2, 'cmdCallStart');
    heard.take({ type: 'process', at: moment(9000), running: true, processId: 8, startedAt: moment(5000) });
    assert.deepEqual(heard.calls.at(-1), 'hook-h1 ended unknown');
    assert.equal(statusOf(heard.state).phone, 'idle');
  });

  it('ends what was left when the SIP stack begins anew', () => {
    const heard = new Heard().sources('log').log(1, 'calling');
    heard.take({ type: 'stack', at: moment(10), state: 'started' });
    heard.log(11, 'calling', { callId: 'sip-2' });
    assert.deepEqual(heard.calls, ['sip-1 calling', 'sip-1 ended unknown', 'sip-2 calling']);
  });

  it('tells who holds a call, as often as that changes, and the way of a transfer', () => {
    const heard = new Heard().sources('log').log(1, 'active');
    heard.log(2, 'held', { heldBy: 'local' }).log(3, 'held', { heldBy: 'both' }).log(4, 'active');
    const transfer = { by: 'local', target: 'sip:300@pbx.test', status: 100 } as const;
    heard.log(5, 'active', { transfer }).log(5, 'active', { transfer });
    heard.log(6, 'active', { transfer: { ...transfer, status: 200 } });
    // The whole of it once more, as when a log is read back.
    heard.log(1, 'active').log(2, 'held', { heldBy: 'local' }).log(3, 'held', { heldBy: 'both' });
    const told = heard.events.flatMap((event) =>
      event.type === 'call'
        ? [[event.state, event.heldBy, event.transfer?.status].filter(Boolean).join(' ')]
        : [],
    );
    assert.deepEqual(told, ['active', 'held local', 'held both', 'active', 'active 100', 'active 200']);
  });

  it('claims of the registration only what the log says', () => {
    const registration = { type: 'registration', account: 'sip:1@pbx.test', source: 'log' } as const;
    assert.equal(statusOf(new Heard().sources('hook').state).registration, undefined);
    const heard = new Heard().sources('log');
    heard.take({ ...registration, at: moment(1), state: 'refused', status: 403 });
    heard.take({ ...registration, at: moment(1), state: 'refused', status: 403 });
    heard.take({ ...registration, at: moment(9), state: 'registered', status: 200 });
    assert.deepEqual(heard.presences, ['unregistered', 'idle']);
    assert.equal(heard.events.filter(({ type }) => type === 'registration').length, 2);
  });

  it('knows nothing of calls where nothing tells of them', () => {
    const heard = new Heard().sources('process');
    assert.deepEqual(statusOf(heard.state), { phone: 'unknown', calls: [], sources: ['process'] });
    heard.take({ type: 'process', at: moment(1), running: false });
    assert.equal(statusOf(heard.state).phone, 'not-running');
  });

  it('calls no phone idle whose log is on but tells nothing of it', () => {
    const heard = new Heard().sources('log', 'process');
    heard.take({ type: 'process', at: moment(1), running: true });
    assert.equal(statusOf(heard.state).phone, 'unknown');
    heard.take({ type: 'stack', at: moment(2), state: 'started' });
    assert.equal(statusOf(heard.state).phone, 'idle');
  });

  it('leaves a hostile caller as it came', () => {
    const caller = '"x" & $(touch y) %41\u202e;|^`\u0007';
    const heard = new Heard().sources('hook');
    for (const hook of ['cmdIncomingCall', 'cmdCallRing', 'cmdCallBusy'] as const)
      heard.hook(1, hook, caller);
    assert.deepEqual(heard.calls, ['hook-h1 incoming', 'hook-h1 ended declined local']);
    assert.equal(statusOf(heard.state).lastCall?.number, caller);
  });
});

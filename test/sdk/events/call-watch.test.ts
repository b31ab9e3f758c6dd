import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { CallEvent, CallProgress, CallState, PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { CallWatch, type CallMilestone } from '../../../sdk/src/events/call-watch.ts';

const at = '2026-01-02T03:04:05.678Z';

function event(state: CallProgress, more: Partial<CallEvent> = {}): CallEvent {
  return {
    type: 'call',
    at,
    callId: 'a',
    direction: 'outgoing',
    state,
    number: '101',
    source: 'simulator',
    ...more,
  };
}

function status(...calls: readonly CallEvent[]): PhoneStatus {
  const states = calls.map(({ type: _type, at: since, source: _source, ...call }): CallState => ({
    ...call,
    since,
  }));
  return { phone: calls.length > 0 ? 'in-call' : 'idle', calls: states, sources: ['simulator'] };
}

const life: readonly CallProgress[] = ['calling', 'ringing', 'active', 'held', 'active', 'ended'];

describe('waiting for a call', () => {
  const firstOf: Readonly<Record<CallMilestone, CallProgress>> = {
    ringing: 'ringing',
    active: 'active',
    ended: 'ended',
  };
  for (const until of ['ringing', 'active', 'ended'] as const) {
    it(`until it is ${until} ends with that event, and not before`, () => {
      const watch = new CallWatch(until);
      const reached = life.map((state) => watch.take(event(state)));
      assert.equal(
        reached.findIndex((found) => found !== undefined),
        life.indexOf(firstOf[until]),
      );
    });
  }

  it('until it is answered ends with its end, when that comes first', () => {
    const watch = new CallWatch('active');
    assert.equal(watch.take(event('calling')), undefined);
    const ended = event('ended', { reason: 'busy', status: 486 });
    assert.deepEqual(watch.take(ended), ended);
  });

  it('counts a call that is there already', () => {
    const watch = new CallWatch('active', { direction: 'incoming' });
    const call = event('held', { callId: 'b', direction: 'incoming' });
    assert.equal(watch.take(status(event('active'), call))?.callId, 'b');
  });

  it('passes over calls that are there already, when a new one is meant', () => {
    const watch = new CallWatch('active', { newOnly: true });
    assert.equal(watch.take(status(event('active'))), undefined);
    assert.equal(watch.take(event('held')), undefined);
    assert.equal(watch.take(event('active', { callId: 'b' }))?.callId, 'b');
  });

  it('finds a new call in a later status, when its events were missed', () => {
    const watch = new CallWatch('active', { newOnly: true });
    watch.take(status());
    assert.equal(watch.take(status(event('active', { callId: 'b' })))?.callId, 'b');
  });

  it('follows one call, whatever others do', () => {
    const watch = new CallWatch('ended', { dialled: '101' });
    watch.take(event('calling'));
    assert.equal(watch.take(event('ended', { callId: 'b' })), undefined);
    assert.equal(watch.take(event('ended'))?.callId, 'a');
  });

  it('looks only at the call that was named', () => {
    const watch = new CallWatch('ringing', { callId: 'b' });
    assert.equal(watch.take(event('ringing')), undefined);
    assert.equal(watch.take(event('ringing', { callId: 'b' }))?.callId, 'b');
  });

  const over = (more: Partial<CallState> = {}): PhoneStatus => ({
    ...status(),
    lastCall: {
      callId: 'a',
      direction: 'outgoing',
      state: 'ended',
      reason: 'busy',
      number: '486',
      since: at,
      endedAt: '2026-01-02T03:04:06.000Z',
      ...more,
    },
  });

  it('finds the call that was named when it is over already', () => {
    const ended = new CallWatch('ended', { callId: 'a' }).take(over());
    assert.deepEqual([ended?.reason, ended?.at], ['busy', '2026-01-02T03:04:06.000Z']);
    assert.equal(new CallWatch('ended', { callId: 'b' }).take(over()), undefined);
  });

  it('finds the call that was just dialled when it is over already, and no older or other one', () => {
    const found = (
      dialledAt: string | undefined,
      direction?: 'incoming',
      call?: Partial<CallState>,
    ): boolean => new CallWatch('active', { dialledAt, direction }).take(over(call)) !== undefined;
    assert.ok(found(at));
    assert.ok(!found(undefined));
    assert.ok(!found('2026-01-02T03:04:05.679Z'));
    assert.ok(!found(at, 'incoming'));
    assert.ok(!found(at, undefined, { direction: 'incoming' }));
  });

  it('tells how the call ended that it follows, when a later status knows it', () => {
    const watch = new CallWatch('active');
    watch.take(event('ringing'));
    assert.equal(watch.take(over())?.reason, 'busy');
  });

  it('ends when the phone is gone, because nobody will tell any more', () => {
    const watch = new CallWatch('active');
    watch.take(event('ringing'));
    const ended = watch.take({ type: 'phone', at, state: 'not-running', source: 'process' });
    assert.deepEqual(ended, { ...event('ringing'), state: 'ended', reason: 'unknown', source: 'process' });
  });

  it('ends when the phone came back without the call', () => {
    const watch = new CallWatch('ended');
    watch.take(event('active'));
    assert.equal(watch.take(status())?.reason, 'unknown');
  });

  it('goes on when the phone is gone before the call began', () => {
    const watch = new CallWatch('ringing');
    assert.equal(watch.take({ type: 'phone', at, state: 'not-running', source: 'process' }), undefined);
    assert.equal(watch.take(status()), undefined);
    assert.equal(watch.take(event('ringing'))?.state, 'ringing');
  });

  it('knows a dialled number by its end, which prefixes and dial plans leave alone', () => {
    const knows = (dialled: string, remote: Partial<CallEvent>): boolean =>
      new CallWatch('ringing', { dialled }).take(event('ringing', remote)) !== undefined;
    assert.ok(knows('+14155552671', { number: '0014155552671' }));
    assert.ok(knows('030123456', { number: '+4930123456' }));
    assert.ok(knows('100', { number: '9100' }));
    assert.ok(knows('*97', { number: '*97' }));
    assert.ok(knows('sip:Bob@example.com:5070', { number: 'bob' }));
    assert.ok(!knows('100', { number: '101' }));
    assert.ok(!knows('+14155552671', { number: '+14155552672' }));
    assert.ok(!knows('100', { number: '' }));
  });

  it('never ends with another call than the one it follows, nor short of the milestone', () => {
    const callEvent = fc
      .record(
        { callId: fc.constantFrom('a', 'b', 'c'), state: fc.constantFrom<CallProgress>(...life, 'incoming') },
        { noNullPrototype: true },
      )
      .map(({ state, callId }) => event(state, { callId }));
    fc.assert(
      fc.property(
        fc.constantFrom<CallMilestone>('ringing', 'active', 'ended'),
        fc.array(callEvent),
        (until, happened) => {
          const watch = new CallWatch(until, { callId: 'b' });
          const enough: readonly CallProgress[] =
            until === 'ended'
              ? ['ended']
              : until === 'active'
                ? ['active', 'held', 'ended']
                : [...life.slice(1), 'incoming'];
          const expected = happened.find(({ callId, state }) => callId === 'b' && enough.includes(state));
          assert.equal(
            happened.map((what) => watch.take(what)).find((found) => found !== undefined),
            expected,
          );
        },
      ),
    );
  });
});

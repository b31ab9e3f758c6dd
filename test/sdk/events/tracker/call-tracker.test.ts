import assert from 'node:assert/strict';

import type { CallEvent, MicroSipEvent } from '../../../../sdk/src/events/call-event.ts';
import { CallTracker } from '../../../../sdk/src/events/tracker/call-tracker.ts';

const at = '2026-11-22T12:00:00.000Z';
const calling: CallEvent = {
  type: 'call',
  at,
  callId: 'a',
  direction: 'outgoing',
  state: 'calling',
  source: 'log',
};

describe('the call tracker', () => {
  it('tells each kind of event to those who listen to it, when its state is already the new one', () => {
    using tracker = new CallTracker();
    const told: string[] = [];
    tracker.onDidChangeCall(({ state }) => told.push(`${state} of ${tracker.calls.length}`));
    tracker.onDidChangePhone(({ state }) => told.push(`phone ${state}, ${tracker.status.phone}`));
    tracker.onDidChangeRegistration(({ state }) => told.push(state));
    tracker.take(calling);
    tracker.take({ type: 'registration', at, state: 'registered', source: 'log' });
    tracker.take({ ...calling, state: 'ended', reason: 'busy' });
    assert.deepEqual(told, [
      'calling of 1',
      'phone in-call, in-call',
      'registered',
      'ended of 0',
      'phone idle, idle',
    ]);
    assert.equal(tracker.call('a')?.reason, 'busy');
  });

  it('takes listeners as VS Code does: with what this is, and where the subscription is kept', () => {
    using tracker = new CallTracker();
    const listener = {
      heard: [] as MicroSipEvent[],
      take(this: { heard: MicroSipEvent[] }, event: MicroSipEvent): void {
        this.heard.push(event);
      },
    };
    const disposables: { dispose(): unknown }[] = [];

    const subscription = tracker.onDidChange(listener.take, listener, disposables);
    assert.deepEqual(disposables, [subscription]);
    tracker.take(calling);
    subscription.dispose();
    tracker.take({ ...calling, state: 'ringing' });
    assert.deepEqual(
      listener.heard.map(({ type }) => type),
      ['call', 'phone'],
    );
  });

  it('is silent once it is disposed of, and lets go of the phone once', () => {
    let released = 0;
    const tracker = new CallTracker(() => released++);
    const told: MicroSipEvent[] = [];
    tracker.onDidChange((event) => told.push(event));
    tracker.dispose();
    tracker.dispose();
    tracker.take(calling);
    tracker.fail(new Error('too late'));
    assert.deepEqual([told, released], [[], 1]);
  });
});

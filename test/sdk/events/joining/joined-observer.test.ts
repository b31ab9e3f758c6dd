import assert from 'node:assert/strict';
import { on, EventEmitter } from 'node:events';

import sinon from 'sinon';

import type { HookKey } from '../../../../sdk/src/catalogue/hook.ts';
import type { CallEvent, CallProgress, PhoneStatus } from '../../../../sdk/src/events/call-event.ts';
import type { HookEvent, HookObservation } from '../../../../sdk/src/events/hooks/hook-event.ts';
import { JoinedObserver } from '../../../../sdk/src/events/joining/joined-observer.ts';
import { ToldCommands } from '../../../../sdk/src/events/joining/told-commands.ts';
import type { PhoneSources } from '../../../../sdk/src/events/joining/phone-sources.ts';
import type { TellingSources } from '../../../../sdk/src/events/joining/telling-sources.ts';
import type { LogEvent, LogObservation } from '../../../../sdk/src/events/log/log-event.ts';
import type { ProcessSighting } from '../../../../sdk/src/events/phone-process/process-watch.ts';
import { until } from '../../../support/sdk/until.ts';

/** Minutes before now, as the sources tell times. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const call = (at: string, state: CallProgress, callId = 'a'): CallEvent => {
  return { type: 'call', at, callId, direction: 'outgoing', number: '101', state, source: 'log' };
};

const hook = (at: string, key: HookKey, id: string): HookEvent => {
  return { type: 'hook', at, id, hook: key, caller: '101' };
};

/** A source that tells what it is given: a past, and then what comes. */
class Given<Observation> {
  readonly #past: readonly Observation[];
  readonly #coming = new EventEmitter();

  constructor(...past: readonly Observation[]) {
    this.#past = past;
  }

  tell(observation: Observation): void {
    this.#coming.emit('told', observation);
  }

  get listeners(): number {
    return this.#coming.listenerCount('told');
  }

  async *observe(signal: AbortSignal): AsyncGenerator<Observation, void, void> {
    yield* this.#past;
    try {
      for await (const [observation] of on(this.#coming, 'told', { signal }))
        yield observation as Observation;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

/** A phone whose sources are given. */
class GivenPhone {
  readonly log: Given<LogObservation>;
  readonly journal: Given<HookObservation>;
  readonly process: Given<ProcessSighting>;
  readonly observer: JoinedObserver;
  readonly commands = new ToldCommands();
  sighting: ProcessSighting | 'unknown';
  tells: TellingSources;

  constructor({
    complete = true,
    hooks = [],
    log = [],
    sighting = { running: true, processId: 7, startedAt: ago(60) },
    tells,
  }: {
    readonly complete?: boolean;
    readonly hooks?: readonly HookEvent[];
    readonly log?: readonly LogEvent[];
    readonly sighting?: ProcessSighting | 'unknown';
    readonly tells: Partial<TellingSources>;
  }) {
    this.log = new Given<LogObservation>({ type: 'history', events: log, complete });
    this.journal = new Given<HookObservation>({ type: 'history', events: hooks });
    this.process = new Given<ProcessSighting>();
    this.sighting = sighting;
    this.tells = { log: false, hooks: false, ...tells };
    const sources: PhoneSources = {
      tells: () => Promise.resolve(this.tells),
      log: this.log,
      wholeLog: () => Promise.resolve(log),
      journal: this.journal,
      process: {
        find: () => Promise.resolve(this.sighting),
        observe: (signal) => this.process.observe(signal),
      },
    };
    this.observer = new JoinedObserver(sources, this.commands);
  }

  status(): Promise<PhoneStatus> {
    return this.observer.status(new AbortController().signal);
  }
}

describe('all that is heard of a phone', () => {
  it('shows a call of the log with its true beginning', async () => {
    const phone = new GivenPhone({
      tells: { log: true },
      log: [
        { type: 'stack', at: ago(59), state: 'started' },
        call(ago(30), 'calling'),
        call(ago(29), 'active'),
      ],
    });
    const { calls, phone: presence, sources } = await phone.status();
    assert.deepEqual([presence, sources, calls.length], ['in-call', ['log', 'process'], 1]);
    assert.equal(Math.round((Date.now() - Date.parse(calls[0]?.since ?? '')) / 60_000), 30);
  });

  it('takes nothing from a log that is off, however much stands in it', async () => {
    const phone = new GivenPhone({ tells: { hooks: true }, log: [call(ago(30), 'active')] });
    assert.deepEqual(await phone.status(), { phone: 'idle', calls: [], sources: ['hook', 'process'] });
  });

  it('leaves to an earlier phone what that one left behind', async () => {
    const left = {
      log: [{ type: 'stack', at: ago(59), state: 'started' } as const, call(ago(30), 'active')],
      hooks: [hook(ago(30), 'cmdOutgoingCall', '1')],
    };
    for (const [tells, phone] of [
      [{ log: true }, 'unknown'],
      [{ hooks: true }, 'idle'],
    ] as const) {
      const sighting = { running: true, processId: 8, startedAt: ago(5) } as const;
      const restarted = await new GivenPhone({ ...left, tells, sighting }).status();
      assert.deepEqual(
        [restarted.phone, restarted.calls, restarted.lastCall?.reason],
        [phone, [], 'unknown'],
      );
      const gone = await new GivenPhone({ ...left, tells, sighting: { running: false } }).status();
      assert.deepEqual([gone.phone, gone.calls, gone.lastCall?.reason], ['not-running', [], 'unknown']);
      assert.ok((gone.lastCall?.endedAt ?? '') < ago(29), 'it ended when it told something last');
    }
  });

  it('claims nothing of calls where neither log nor hooks are on', async () => {
    const running = new GivenPhone({ tells: {}, log: [call(ago(3), 'active')] });
    assert.deepEqual(await running.status(), { phone: 'unknown', calls: [], sources: ['process'] });
    const gone = new GivenPhone({ tells: {}, sighting: { running: false } });
    assert.deepEqual(await gone.status(), { phone: 'not-running', calls: [], sources: ['process'] });
  });

  it('knows calls also where the process cannot be found', async () => {
    const log = [{ type: 'stack', at: ago(59), state: 'started' } as const, call(ago(30), 'active')];
    const status = await new GivenPhone({ tells: { log: true }, log, sighting: 'unknown' }).status();
    assert.deepEqual([status.phone, status.calls.length], ['in-call', 1]);
  });

  it('waits with hooks until the log has told all it can, so that a call keeps its Call-ID', async () => {
    const begun = ago(30);
    const phone = new GivenPhone({
      tells: { log: true, hooks: true },
      complete: false,
      hooks: [hook(begun, 'cmdOutgoingCall', '1')],
    });
    using tracker = await phone.observer.track(new AbortController().signal);
    assert.deepEqual(tracker.calls, []);
    await until(() => phone.log.listeners > 0, 'the log to be listened to');
    const events = [{ type: 'stack', at: ago(59), state: 'started' } as const, call(begun, 'calling')];
    phone.log.tell({ type: 'history', events, complete: true });
    await until(() => tracker.calls.length > 0, 'the call');
    assert.deepEqual(
      tracker.calls.map(({ callId }) => callId),
      ['a'],
    );
  });

  it('takes a hook for the sign of life that it is, when the start was not noticed yet', async () => {
    const phone = new GivenPhone({ tells: { hooks: true }, sighting: { running: false } });
    using tracker = await phone.observer.track(new AbortController().signal);
    await until(() => phone.journal.listeners > 0, 'the journal to be listened to');
    phone.sighting = { running: true, processId: 9, startedAt: new Date().toISOString() };
    phone.journal.tell(hook(new Date().toISOString(), 'cmdOutgoingCall', '1'));
    await until(() => tracker.calls.length > 0, 'the call');
    assert.equal(tracker.status.phone, 'in-call');
  });

  it('tells what happened since a time, in its order, and then what happens', async () => {
    const log = [
      { type: 'stack', at: ago(59), state: 'started' } as const,
      call(ago(40), 'calling', 'old'),
      call(ago(39), 'ended', 'old'),
      call(ago(20), 'calling'),
      call(ago(19), 'active'),
    ];
    const phone = new GivenPhone({ tells: { log: true }, log });
    const ending = new AbortController();
    const told: string[] = [];
    for await (const observation of phone.observer.observe(ending.signal, { since: ago(30) })) {
      if (!('type' in observation)) continue;
      told.push(`${observation.type} ${observation.state}`);
      if (observation.state === 'active') phone.log.tell(call(new Date().toISOString(), 'ended'));
      if (observation.state === 'idle') ending.abort();
    }
    assert.deepEqual(told, ['call calling', 'phone in-call', 'call active', 'call ended', 'phone idle']);
  });

  it('tells also a tracker that is new who hung up, as long as only hooks tell of the end', async () => {
    const phone = new GivenPhone({
      tells: { hooks: true },
      hooks: [hook(ago(3), 'cmdOutgoingCall', '1'), hook(ago(2), 'cmdCallEnd', '2')],
    });
    phone.commands.tell({ type: 'command', at: ago(2.1), action: { type: 'hangup' } });
    const { lastCall } = await phone.status();
    assert.deepEqual([lastCall?.reason, lastCall?.endedBy], ['cancelled', 'local']);
  });

  it('disposes of a tracker with its owner, and then lets go of both', async () => {
    const phone = new GivenPhone({ tells: { log: true } });
    const owner = new AbortController();
    const added = sinon.spy(owner.signal, 'addEventListener');
    const removed = sinon.spy(owner.signal, 'removeEventListener');
    const tracker = await phone.observer.track(new AbortController().signal, owner.signal);
    tracker.dispose();
    assert.deepEqual(removed.args.map(String), added.args.map(String), 'nothing of it is kept');
    using owned = await phone.observer.track(new AbortController().signal, owner.signal);
    await until(() => phone.process.listeners > 0, 'the phone to be followed');
    owner.abort();
    await until(() => phone.process.listeners === 0, 'the following to end');
    assert.deepEqual(owned.take({ type: 'process', at: ago(0), running: false }), []);
  });

  it('takes what a log and hooks hold that are switched on in the very moment of the first look', async () => {
    for (const tells of [{ log: true }, { hooks: true }]) {
      const phone = new GivenPhone({
        tells: {},
        log: [{ type: 'stack', at: ago(59), state: 'started' }, call(ago(30), 'calling')],
        hooks: [hook(ago(30), 'cmdOutgoingCall', '1')],
      });
      using tracker = await phone.observer.track(new AbortController().signal);
      phone.tells = { log: false, hooks: false, ...tells };
      await until(() => tracker.calls.length > 0, `the call of ${JSON.stringify(tells)}`);
    }
  });

  it('says when it cannot be watched any more', async () => {
    const phone = new GivenPhone({ tells: { log: true } });
    const broken = new Error('the folder is gone');
    phone.log.observe = async function* () {
      yield { type: 'history', events: [], complete: true } as const;
      await Promise.reject(broken);
    };
    using tracker = await phone.observer.track(new AbortController().signal);
    const failure = await new Promise((resolve) => {
      tracker.onDidFail(resolve);
    });
    assert.equal(failure, broken);
  });
});

import assert from 'node:assert/strict';

import fc from 'fast-check';

import { verifiedVersions, type VerifiedVersion } from '../../../../sdk/src/catalogue/version.ts';
import type {
  CallEvent,
  CallProgress,
  MicroSipEvent,
  PhoneStatus,
} from '../../../../sdk/src/events/call-event.ts';
import { track } from '../../../../sdk/src/events/tracker/track.ts';
import type { TrackerInput } from '../../../../sdk/src/events/tracker/tracker-input.ts';
import { statusOf, unknownPhone } from '../../../../sdk/src/events/tracker/tracker-state.ts';
import type { PhoneEvent } from '../../../../sdk/src/phone-model/phone-input.ts';
import { live, type Happening, type Life } from './lived-phone.ts';

const commands = [
  '101',
  '102',
  '486',
  '/answer',
  '/hangupall',
  '/hangupcalling',
  '/hangupincoming',
  'msip:hold',
];

const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof<fc.MaybeWeightedArbitrary<Happening>[]>(
    {
      weight: 5,
      arbitrary: fc.constantFrom(...commands).map((tail) => ({ happens: 'command', tail })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(
          '<sip:200@pbx.test>',
          '"Ada" <sip:201@pbx.test>',
          '<sip:far.test>',
          '<sip:a%20b@pbx.test>',
        )
        .map((from) => ({ happens: 'ring', from })),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        happens: fc.constant('far-end' as const),
        call: fc.nat(2),
        act: fc.constantFrom<((callId: string) => PhoneEvent)[]>(
          (callId) => ({ type: 'far-end-ringing', callId }),
          (callId) => ({ type: 'far-end-answered', callId }),
          (callId) => ({ type: 'far-end-hung-up', callId }),
          (callId) => ({ type: 'far-end-held', callId, held: true }),
          (callId) => ({ type: 'far-end-refused', callId, status: 486 }),
          (callId) => ({ type: 'far-end-refused', callId, status: 404 }),
          (callId) => ({ type: 'far-end-refused', callId, status: 481 }),
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        happens: fc.constant('user' as const),
        call: fc.nat(2),
        act: fc.constantFrom<((callId: string) => PhoneEvent)[]>(
          (callId) => ({ type: 'user-answers', callId }),
          (callId) => ({ type: 'user-declines', callId }),
          (callId) => ({ type: 'user-hangs-up', callId }),
        ),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom(0, 30, 500, 3000, 20_000).map((ms) => ({ happens: 'wait', ms })),
    },
    { weight: 1, arbitrary: fc.constant({ happens: 'kill' }) },
  ),
  { minLength: 2, maxLength: 30 },
);

const lives = (...hookTimes: readonly number[]): fc.Arbitrary<Life> =>
  fc
    .record({
      happened: happenings,
      hookTimes: fc.array(fc.constantFrom(...hookTimes), { maxLength: 12 }),
      version: fc.constantFrom<VerifiedVersion[]>(...verifiedVersions),
      singleMode: fc.constantFrom('0', '1'),
      DND: fc.constantFrom('0', '1'),
    })
    .map(({ happened, hookTimes, version, singleMode, DND }) =>
      live(happened, {
        hookTimes,
        version,
        ini: { 'Settings.singleMode': singleMode, 'Settings.DND': DND, 'Settings.denyIncoming': 'button' },
      }),
    );

/** How the words of one source come to a reader: in order, each so many milliseconds late, some lost, some twice. */
interface Journey {
  readonly delays: readonly number[];
  readonly lost: readonly boolean[];
  readonly doubled: readonly boolean[];
}

const journey = (longest: number, spoilt: boolean): fc.Arbitrary<Journey> =>
  fc.record({
    delays: fc.array(fc.nat(longest), { minLength: 1, maxLength: 8 }),
    lost: spoilt ? fc.array(fc.boolean(), { maxLength: 20 }) : fc.constant([]),
    doubled: fc.array(fc.boolean(), { maxLength: 20 }),
  });

interface Arrival {
  readonly arrives: number;
  readonly input: TrackerInput;
}

function travel(inputs: readonly TrackerInput[], { delays, doubled, lost }: Journey): readonly Arrival[] {
  let latest = 0;
  return inputs.flatMap((input, index) => {
    if (lost[index] === true) return [];
    latest = Math.max(latest, Date.parse(input.at) + (delays[index % delays.length] ?? 0));
    const arrival = { arrives: latest, input };
    return doubled[index] === true ? [arrival, arrival] : [arrival];
  });
}

/** How long a reader gives a phone that is gone, for its last words to be read. */
const lastWordsMs = 300;

/** All that a reader hears, as it hears it; time is told now and then, and at the end. */
function heard(
  life: Pick<Life, 'processes'>,
  ...sources: readonly (readonly Arrival[])[]
): readonly TrackerInput[] {
  const processes = life.processes.map((input) => ({
    arrives: Date.parse(input.at) + (input.running ? 0 : lastWordsMs),
    input,
  }));
  const arrivals = [processes, ...sources].flat();
  const times = arrivals.map(({ arrives }) => arrives);
  const end = Math.max(...times) + 60_000;
  const ticks: Arrival[] = [];
  for (const { arrives } of arrivals) {
    for (const arrival of [arrives + 500, arrives + 1500, arrives + 13_000])
      ticks.push({ arrives: arrival, input: { type: 'time', at: iso(arrival) } });
  }
  ticks.push({ arrives: end, input: { type: 'time', at: iso(end) } });
  const known: TrackerInput = {
    type: 'sources',
    at: iso(Math.min(...times)),
    sources: sources.length > 1 ? ['log', 'hook'] : ['hook'],
  };
  return [
    known,
    ...[...arrivals, ...ticks].sort((left, right) => left.arrives - right.arrives).map(({ input }) => input),
  ];
}

const iso = (time: number): string => new Date(time).toISOString();

function tracked(inputs: readonly TrackerInput[]): {
  readonly events: readonly MicroSipEvent[];
  readonly status: PhoneStatus;
} {
  let state = unknownPhone;
  const events: MicroSipEvent[] = [];
  for (const input of inputs) {
    const result = track(state, input);
    state = result.state;
    events.push(...result.events);
  }
  return { events, status: statusOf(state) };
}

function callsIn(events: readonly MicroSipEvent[]): ReadonlyMap<string, readonly CallEvent[]> {
  const calls = new Map<string, CallEvent[]>();
  for (const event of events) {
    if (event.type === 'call') calls.set(event.callId, [...(calls.get(event.callId) ?? []), event]);
  }
  return calls;
}

/** Without what says when, and by whom, the end of a call was noticed. */
function timeless(told: unknown): unknown {
  const noticed = new Set(['at', 'endedAt', 'source']);
  return JSON.parse(JSON.stringify(told, (key, value: unknown) => (noticed.has(key) ? undefined : value)));
}

const statesOf = (events: readonly CallEvent[]): readonly CallProgress[] => events.map(({ state }) => state);
const courses = {
  outgoing: /^(calling )?(ringing )?((active|held) )*ended $/u,
  incoming: /^(incoming )?((active|held) )*ended $/u,
};

/** What was reported, to read in a failed test. */
function summary(events: readonly MicroSipEvent[]): string {
  return events
    .map((event) =>
      event.type === 'call'
        ? `${event.at.slice(11, 23)} ${event.callId} ${event.direction} ${event.state} ${event.number ?? ''} (${event.source})`
        : `${event.at.slice(11, 23)} ${event.type} ${event.state} (${event.source})`,
    )
    .join('\n');
}

/** What holds of every report, whatever was heard. */
function assertLegal(events: readonly MicroSipEvent[]): void {
  const calls = callsIn(events);
  for (const [callId, course] of calls) {
    const direction = course[0]?.direction ?? 'outgoing';
    assert.match(
      statesOf(course)
        .map((state) => `${state} `)
        .join(''),
      courses[direction],
      callId,
    );
    assert.ok(course.every((event) => event.direction === direction));
    assert.ok(new Set(course.slice(1).map(({ number }) => number)).size <= 2);
  }
  const presences = events.flatMap((event) => (event.type === 'phone' ? [event.state] : []));
  assert.ok(
    presences.every((state, index) => state !== presences[index - 1]),
    'a presence is told when it changes',
  );
}

/** Besides, no call is told of that never was, and none twice. */
function assertSound(events: readonly MicroSipEvent[], { truth }: Life): void {
  assertLegal(events);
  const calls = callsIn(events);
  const count = (all: Iterable<readonly CallEvent[]>, direction: string): number =>
    [...all].filter(([first]) => first?.direction === direction).length;
  for (const direction of ['outgoing', 'incoming']) {
    const [told, were] = [count(calls.values(), direction), count(callsIn(truth).values(), direction)];
    assert.ok(told <= were, `${told} ${direction} calls were told of ${were}:\n${summary(events)}`);
  }
}

describe('the tracker, of random lives of a phone', function () {
  this.timeout(120_000);
  const runs = { numRuns: 1000 };

  it('tells calls in legal order, each with one end, whatever is lost, doubled and late', () => {
    fc.assert(
      fc.property(lives(10, 40, 700, 4000), journey(2000, true), journey(5000, true), (life, log, hooks) => {
        const { events, status } = tracked(heard(life, travel(life.log, log), travel(life.hooks, hooks)));
        assertLegal(events);
        assert.deepEqual([status.phone, status.calls], ['not-running', []]);
      }),
      runs,
    );
  });

  it('tells with a log what the log tells, whenever hooks come, and under its Call-IDs', () => {
    fc.assert(
      fc.property(lives(10, 40, 700, 4000), journey(250, false), journey(5000, true), (life, log, hooks) => {
        const { events } = tracked(heard(life, travel(life.log, log), travel(life.hooks, hooks)));
        assertSound(events, life);
        const told = callsIn(events);
        for (const [callId, course] of callsIn(life.truth)) {
          const ended = course.at(-1)?.state === 'ended';
          const expected = ended ? statesOf(course) : [...statesOf(course), 'ended'];
          assert.deepEqual(statesOf(told.get(callId) ?? []), expected);
        }
        assert.equal(told.size, callsIn(life.truth).size);
      }),
      runs,
    );
  });

  it('tells with hooks alone every call that MicroSIP showed, and nothing that was not so', () => {
    fc.assert(
      fc.property(lives(10, 40, 700, 4000), journey(5, false), (life, hooks) => {
        const { events } = tracked(heard(life, travel(life.hooks, hooks)));
        assertSound(events, life);
      }),
      runs,
    );
  });

  it('lets two readers agree who hear the same in different orders', () => {
    fc.assert(
      fc.property(
        lives(10, 40),
        fc.tuple(journey(250, false), journey(250, false)),
        fc.tuple(journey(5000, false), journey(5000, false)),
        (life, logs, hooks) => {
          const [one, two] = ([0, 1] as const).map((reader) =>
            tracked(heard(life, travel(life.log, logs[reader]), travel(life.hooks, hooks[reader]))),
          );
          assert.deepEqual(timeless(one?.status), timeless(two?.status));
          assert.deepEqual(
            timeless([...callsIn(one?.events ?? [])]),
            timeless([...callsIn(two?.events ?? [])]),
          );
        },
      ),
      runs,
    );
  });
});

import type { CallState, EventSource, PhonePresence, PhoneStatus } from '../call-event.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import { isLive, type TrackedCall } from './tracked-call.ts';
import type { CommandEvent } from './tracker-input.ts';

/** What is known of a phone. */
export interface TrackerState {
  /** Whether its process runs, as far as that is known. */
  readonly running: boolean | undefined;
  /** When it was last seen to be gone. */
  readonly goneAt: string;
  readonly processId: number | undefined;
  /** Where calls are known from. */
  readonly sources: readonly EventSource[];
  /** Whether the log tells what the running SIP stack does. */
  readonly logged: boolean;
  /** Whether the log told anything of the phone that runs; one that was switched on behind its back never does. */
  readonly heardLog: boolean;
  /** When the SIP stack began or ended last, by the log. */
  readonly stackAt: string;
  /** How far the log was read: the latest time in it. */
  readonly logReadTo: string;
  /** Live calls, and the latest of those that ended, in the order in which they were heard of. */
  readonly calls: readonly TrackedCall[];
  readonly lastCall: CallState | undefined;
  readonly registration: PhoneStatus['registration'];
  readonly registrationAt: string;
  /** What the simulator says the phone as a whole does. */
  readonly saidPresence: PhonePresence | undefined;
  /** What was reported of the phone as a whole. */
  readonly presence: PhonePresence;
  /** Hooks that the log is about to confirm, oldest first. */
  readonly waitingHooks: readonly HookEvent[];
  /** The latest hooks by their ids, so that none counts twice. */
  readonly takenHooks: readonly string[];
  /** The latest commands that end calls. */
  readonly commands: readonly CommandEvent[];
}

/** Before everything that is told with a time. */
const beforeAll = new Date(0).toISOString();

/** Nothing is known yet. */
export const unknownPhone: TrackerState = {
  running: undefined,
  goneAt: beforeAll,
  processId: undefined,
  sources: [],
  logged: false,
  heardLog: false,
  stackAt: beforeAll,
  logReadTo: beforeAll,
  calls: [],
  lastCall: undefined,
  registration: undefined,
  registrationAt: beforeAll,
  saidPresence: undefined,
  presence: 'unknown',
  waitingHooks: [],
  takenHooks: [],
  commands: [],
};

/** The calls that are up, as they are reported. */
export function liveCalls({ calls }: TrackerState): readonly CallState[] {
  return calls.filter((call) => call.reported && isLive(call)).map(({ state }) => state);
}

/** What is known, as `microsip status` says it. */
export function statusOf(state: TrackerState): PhoneStatus {
  const { presence, lastCall, registration, sources } = state;
  return {
    phone: presence,
    calls: liveCalls(state),
    ...(lastCall !== undefined && { lastCall }),
    ...(registration !== undefined && { registration }),
    sources,
  };
}

/** What the phone as a whole does, by all that is known. */
export function presenceOf(state: TrackerState): PhonePresence {
  const { heardLog, logged, registration, running, saidPresence, sources } = state;
  if (running === false) return 'not-running';
  if (liveCalls(state).length > 0) return 'in-call';
  // Without a word about calls, and without one about the process, their silence says nothing.
  const heard = heardLog || sources.some((source) => source === 'hook' || source === 'simulator');
  if (!heard || (running === undefined && !logged)) return 'unknown';
  if (registration !== undefined) return registration.state === 'registered' ? 'idle' : 'unregistered';
  return saidPresence === 'unregistered' ? 'unregistered' : 'idle';
}

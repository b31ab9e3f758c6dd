import type { MicroSipEvent, RegistrationEvent } from '../call-event.ts';
import { endsCalls } from './ending-command.ts';
import { takeCallEvent } from './take-call-event.ts';
import { releaseHooks, releaseHooksBefore, takeHook } from './take-hook.ts';
import type { ProcessEvent, TrackerInput } from './tracker-input.ts';
import { presenceOf, type TrackerState } from './tracker-state.ts';
import { change, endCalls, type TrackerTurn } from './tracker-turn.ts';

/** The state after an input, and what is to be reported because of it. */
export interface Tracked {
  readonly state: TrackerState;
  readonly events: readonly MicroSipEvent[];
}

/** How many commands are remembered. */
const rememberedCommands = 20;

/** How much later than it began a process may seem to have begun. */
const startDifferenceMs = 500;

/**
 * Takes in one thing that was heard of a phone. Every call is reported once in each state that is heard of, in their
 * order, and ends once; what is told twice, late, or by two sources is reported once.
 */
export function track(state: TrackerState, input: TrackerInput): Tracked {
  const turn: TrackerTurn = { state, events: [] };
  take(turn, input);
  // What is heard late of a phone that is gone tells of no call that is up.
  if (turn.state.running === false) endCalls(turn, turn.state.goneAt, 'process');
  const presence = presenceOf(turn.state);
  if (presence !== turn.state.presence) {
    change(turn, { presence });
    turn.events.push({ type: 'phone', at: input.at, state: presence, source: sourceOf(input) });
  }
  return turn;
}

function take(turn: TrackerTurn, input: TrackerInput): void {
  switch (input.type) {
    case 'call':
      if (input.source === 'log') readLogTo(turn, input.at);
      takeCallEvent(turn, input);
      releaseHooks(turn, turn.state.logReadTo);
      break;
    case 'registration':
      if (input.source === 'log') readLogTo(turn, input.at);
      takeRegistration(turn, input);
      break;
    case 'stack':
      takeStack(turn, input);
      break;
    case 'hook':
      takeHook(turn, input);
      break;
    case 'process':
      takeProcess(turn, input);
      break;
    case 'phone':
      if (input.state === 'not-running') takeProcess(turn, { ...input, type: 'process', running: false });
      else change(turn, { saidPresence: input.state });
      break;
    case 'command':
      if (!endsCalls(input.action)) break;
      change(turn, { commands: [...turn.state.commands.slice(1 - rememberedCommands), input] });
      break;
    case 'sources':
      change(turn, { sources: input.sources });
      break;
    case 'time':
      releaseHooks(turn, input.at);
      break;
  }
}

/** What the log would have told by now, it does not tell: the hooks that waited for it count. */
function readLogTo(turn: TrackerTurn, at: string): void {
  const { logReadTo } = turn.state;
  change(turn, { logged: true, heardLog: true, logReadTo: at > logReadTo ? at : logReadTo });
  releaseHooks(turn, turn.state.logReadTo);
}

/** The SIP stack began or ended: it knows nothing of the calls before. Told again, it is no news. */
function takeStack(
  turn: TrackerTurn,
  { at, state }: { readonly at: string; readonly state: 'started' | 'ended' },
): void {
  const { registration, stackAt } = turn.state;
  const isNews = at > stackAt || (at === stackAt && (state === 'started') !== turn.state.logged);
  if (!isNews) return;
  releaseHooksBefore(turn, at);
  endCalls(turn, at, 'log', at);
  change(turn, {
    stackAt: at,
    logged: state === 'started',
    heardLog: true,
    logReadTo: at > turn.state.logReadTo ? at : turn.state.logReadTo,
    // Without a stack, what is not registered stays so.
    registration: state === 'ended' && registration?.state !== 'registered' ? registration : undefined,
    ...(state === 'started' && at > turn.state.goneAt && { running: true }),
  });
}

function takeProcess(turn: TrackerTurn, { at, running, processId, startedAt }: ProcessEvent): void {
  if (!running) {
    releaseHooksBefore(turn);
    change(turn, {
      running,
      goneAt: at,
      processId: undefined,
      logged: false,
      heardLog: false,
      registration: undefined,
      saidPresence: undefined,
    });
    return;
  }
  const other =
    turn.state.processId !== undefined && processId !== undefined && turn.state.processId !== processId;
  const began = startedAt ?? (other ? at : undefined);
  if (began !== undefined) forgetBefore(turn, began);
  change(turn, { running, processId });
}

/** A process that began then knows nothing of what was before. */
function forgetBefore(turn: TrackerTurn, began: string): void {
  const moment = new Date(Date.parse(began) - startDifferenceMs).toISOString();
  const { logReadTo, registrationAt } = turn.state;
  if (logReadTo < moment) change(turn, { logged: false, heardLog: false });
  releaseHooksBefore(turn, moment);
  endCalls(turn, began, 'process', moment);
  if (registrationAt < moment) change(turn, { registration: undefined });
}

function takeRegistration(turn: TrackerTurn, event: RegistrationEvent): void {
  const { registration, registrationAt } = turn.state;
  if (event.at < registrationAt) return;
  const { state, account, status } = event;
  change(turn, { registrationAt: event.at });
  if (registration?.state === state && registration.account === account && registration.status === status)
    return;
  change(turn, {
    registration: {
      state,
      ...(account !== undefined && { account }),
      ...(status !== undefined && { status }),
    },
  });
  turn.events.push(event);
}

function sourceOf(input: TrackerInput): MicroSipEvent['source'] {
  switch (input.type) {
    case 'stack':
      return 'log';
    case 'hook':
      return 'hook';
    case 'process':
    case 'time':
    case 'sources':
      return 'process';
    case 'command':
      return 'command';
    default:
      return input.source;
  }
}

import type { HookEvent } from '../hooks/hook-event.ts';
import { callOfHook, isTold } from './call-of-hook.ts';
import { hookEnding } from './hook-ending.ts';
import { hookMeanings } from './hook-meanings.ts';
import { distance, type TrackedCall } from './tracked-call.ts';
import {
  change,
  keepCall,
  reportCall,
  unheardCall,
  type CallNews,
  type TrackerTurn,
} from './tracker-turn.ts';

/**
 * How much later than a hook the log may tell the same. MicroSIP hangs up in its window before its SIP stack, which a
 * hook may keep waiting for 10 s (facts C.1).
 */
const logDelayMs = 12_000;

/** How long a log that is expected may take to tell the first thing. */
const firstWordMs = 1000;

/** How many hooks are remembered, so that none counts twice. */
const rememberedHooks = 200;

/** How many announced calls may wait to be heard of again. */
const rememberedAnnouncements = 20;

/**
 * Takes in that MicroSIP ran a hook. Where a log tells the same, a hook only fills its gaps, and so waits for the log to
 * be read as far.
 */
export function takeHook(turn: TrackerTurn, hook: HookEvent): void {
  const { logged, logReadTo, sources, takenHooks, waitingHooks } = turn.state;
  if (takenHooks.includes(hook.id)) return;
  change(turn, {
    takenHooks: [...takenHooks.slice(1 - rememberedHooks), hook.id],
    waitingHooks: [...waitingHooks, hook],
  });
  if (logged || sources.includes('log')) releaseHooks(turn, logReadTo);
  else releaseHooksBefore(turn);
}

/**
 * Lets the hooks that have waited long enough count, and those that the log has confirmed go.
 *
 * @param now - how far time, or the log, has come
 */
export function releaseHooks(turn: TrackerTurn, now: string): void {
  const delayMs = turn.state.logged ? logDelayMs : firstWordMs;
  releaseHooksBefore(turn, new Date(Date.parse(now) - delayMs).toISOString());
}

/** Lets the hooks before a moment, or all, count: no log will confirm them any more. */
export function releaseHooksBefore(turn: TrackerTurn, moment?: string): void {
  countHooks(turn, ({ at }) => moment === undefined || at < moment);
}

function countHooks(turn: TrackerTurn, isDue: (hook: HookEvent) => boolean): void {
  const waiting = turn.state.waitingHooks;
  if (waiting.length === 0) return;
  const stillWaiting = waiting.filter((hook) => {
    const call = callOfHook(turn.state.calls, hook);
    if (call !== undefined && isTold(call, hook)) markHook(turn, call, hook);
    else if (isDue(hook)) count(turn, hook, call);
    else return true;
    return false;
  });
  change(turn, { waitingHooks: stillWaiting });
}

function count(turn: TrackerTurn, hook: HookEvent, call: TrackedCall | undefined): void {
  if (call === undefined) {
    beginCall(turn, hook);
    return;
  }
  const { state } = hookMeanings[hook.hook];
  const marked = markHook(turn, call, hook);
  const shown = marked.reported
    ? marked
    : reportCall(turn, marked, { at: marked.state.since, state: 'incoming', source: 'hook' });
  if (distance[state] > distance[shown.state.state]) {
    const end = state === 'ended' ? hookEnding(hook, shown.state, turn.state.commands) : {};
    reportCall(turn, shown, { at: hook.at, state, source: 'hook', ...end });
  }
}

/** A hook about a call that nothing was heard of; where its direction cannot be told, nothing can. */
function beginCall(turn: TrackerTurn, hook: HookEvent): void {
  const { state, direction } = hookMeanings[hook.hook];
  if (direction === undefined) return;
  const number = hook.caller === '' ? undefined : hook.caller;
  const news: CallNews = { at: hook.at, state, source: 'hook', ...(number !== undefined && { number }) };
  const call: TrackedCall = {
    ...unheardCall(`hook-${hook.id}`, direction, news),
    hooks: [hook.hook],
    caller: hook.caller,
  };
  if (hook.hook !== 'cmdIncomingCall') {
    reportCall(turn, call, news);
    return;
  }
  keepCall(turn, call);
  const announced = turn.state.calls.filter(({ reported }) => !reported);
  const surplus = new Set(announced.slice(0, -rememberedAnnouncements));
  change(turn, { calls: turn.state.calls.filter((other) => !surplus.has(other)) });
}

function markHook(turn: TrackerTurn, call: TrackedCall, { at, caller, hook }: HookEvent): TrackedCall {
  const since = call.joinedLate && at < call.state.since ? at : call.state.since;
  const marked = {
    ...call,
    state: { ...call.state, since },
    hooks: [...call.hooks, hook],
    caller: call.caller ?? caller,
  };
  keepCall(turn, marked, call);
  return marked;
}

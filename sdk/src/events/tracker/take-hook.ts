import { hookKeys, type HookKey } from '../../catalogue/hook.ts';
import type { CallDirection, CallProgress, EndReason, CallSide } from '../call-event.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import { domainOf, isPlain, looksLikeDomain, sameText } from './call-party.ts';
import { endingCommand } from './ending-command.ts';
import { distance, isLive, type TrackedCall } from './tracked-call.ts';
import {
  change,
  keepCall,
  reportCall,
  unheardCall,
  type CallNews,
  type TrackerTurn,
} from './tracker-turn.ts';

/** What a hook tells of its call (facts C.1). Where both directions fire it, nothing is said of the direction. */
interface HookMeaning {
  readonly state: CallProgress;
  readonly direction?: CallDirection;
}

const meanings: Readonly<Record<HookKey, HookMeaning>> = {
  cmdOutgoingCall: { state: 'calling', direction: 'outgoing' },
  cmdIncomingCall: { state: 'incoming', direction: 'incoming' },
  cmdCallRing: { state: 'incoming', direction: 'incoming' },
  cmdCallAnswer: { state: 'active', direction: 'incoming' },
  cmdCallAnswerVideo: { state: 'active', direction: 'incoming' },
  cmdCallStart: { state: 'active' },
  cmdCallBusy: { state: 'ended' },
  cmdCallEnd: { state: 'ended' },
};

/**
 * How much later than a hook the log may tell the same. MicroSIP hangs up in its window before its SIP stack, which a
 * hook may keep waiting for 10 s (facts C.1).
 */
const logDelayMs = 12_000;

/** How long a log that is expected may take to tell the first thing. */
const firstWordMs = 1000;

/** How much later than what it tells a hook may come: every hook before it can keep MicroSIP for 10 s (facts C.1, C.3). */
const hookDelayMs = 60_000;

/** How far the clocks of the phone and of the hooks may be apart. */
const clockDifferenceMs = 2000;

/** How many hooks are remembered, so that none counts twice. */
const rememberedHooks = 1000;

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
    const call = callOfHook(turn, hook);
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
  const { state } = meanings[hook.hook];
  const marked = markHook(turn, call, hook);
  const shown = marked.reported
    ? marked
    : reportCall(turn, marked, { at: marked.state.since, state: 'incoming', source: 'hook' });
  if (distance[state] > distance[shown.state.state]) {
    reportCall(turn, shown, { at: hook.at, state, source: 'hook', ...ending(turn, shown, hook) });
  }
}

/** A hook about a call that nothing was heard of; where its direction cannot be told, nothing can. */
function beginCall(turn: TrackerTurn, hook: HookEvent): void {
  const { state, direction } = meanings[hook.hook];
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

/** The call a hook is about, as far as its text, its time and its place in the order of hooks tell. */
function callOfHook(turn: TrackerTurn, hook: HookEvent): TrackedCall | undefined {
  const possible = turn.state.calls.filter((call) => canBeAbout(hook, call));
  const named = possible.filter((call) => namesUser(hook, call));
  const atEnd =
    meanings[hook.hook].state === 'ended' ? possible.filter((call) => namesDomain(hook, call)) : [];
  // A side whose address MicroSIP takes apart in its own way (facts C.5) is told by being the only one.
  const strange = possible.filter(({ sipCallId, hooks, state }) => {
    return sipCallId !== undefined && hooks.length === 0 && !isPlain(state.number ?? '');
  });
  const only = strange.length === 1 && !isPlain(hook.caller) ? strange : [];
  const [candidates = []] = [named, atEnd, only].filter(({ length }) => length > 0);
  const reported = candidates.filter((call) => call.reported);
  return (
    reported.find((call) => isTold(call, hook)) ??
    reported[0] ??
    // Of the announcements of one caller, all but the latest were refused.
    candidates.at(-1)
  );
}

function canBeAbout(hook: HookEvent, call: TrackedCall): boolean {
  const { direction } = meanings[hook.hook];
  if (direction !== undefined && direction !== call.state.direction) return false;
  const place = hookKeys.indexOf(hook.hook);
  if (call.hooks.some((heard) => hookKeys.indexOf(heard) >= place || meanings[heard].state === 'ended'))
    return false;
  const isBeginning = hook.hook === 'cmdOutgoingCall' || hook.hook === 'cmdIncomingCall';
  if (isBeginning && call.sipCallId === undefined) return false;

  const at = Date.parse(hook.at);
  const { since, endedAt } = call.state;
  if (at < Date.parse(since) - clockDifferenceMs && !call.joinedLate) return false;
  if (isBeginning && at > Date.parse(since) + hookDelayMs) return false;
  return endedAt === undefined || at <= Date.parse(endedAt) + hookDelayMs;
}

function namesUser({ caller: text }: HookEvent, { caller, sipCallId, state }: TrackedCall): boolean {
  if (caller !== undefined && sameText(caller, text)) return true;
  return sipCallId !== undefined && sameText(state.number ?? '', text);
}

/** At its end, a side without a user part is named by its domain, which hooks did not tell before (facts C.1). */
function namesDomain(
  { caller: text }: HookEvent,
  { caller, reported, sipCallId, state }: TrackedCall,
): boolean {
  if (sipCallId === undefined) {
    // A number may be that of a call that hooks never announced, unless this one was talked on.
    return caller === '' && reported && (looksLikeDomain(text) || state.answeredAt !== undefined);
  }
  return (state.number ?? '') === '' && sameText(domainOf(state.uri), text);
}

/** Whether what a hook tells is known already. */
function isTold(call: TrackedCall, { hook }: HookEvent): boolean {
  const { state, reported } = call;
  return (reported || !isLive(call)) && distance[meanings[hook].state] <= distance[state.state];
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

/** How a call ended, as far as hooks tell: they carry no status. */
function ending(
  turn: TrackerTurn,
  { state: call }: TrackedCall,
  hook: HookEvent,
): { readonly reason?: EndReason; readonly endedBy?: CallSide } {
  if (meanings[hook.hook].state !== 'ended') return {};
  const command = endingCommand(turn.state.commands, call, hook.at);
  const byUs = command === undefined ? {} : ({ endedBy: 'local' } as const);
  if (call.answeredAt !== undefined) return { reason: 'hung-up', ...byUs };
  if (hook.hook === 'cmdCallBusy') {
    return call.direction === 'outgoing'
      ? { reason: 'busy', endedBy: 'remote' }
      : { reason: 'declined', endedBy: 'local' };
  }
  if (command === undefined) return { reason: 'unknown' };
  return { reason: call.direction === 'outgoing' ? 'cancelled' : 'declined', ...byUs };
}

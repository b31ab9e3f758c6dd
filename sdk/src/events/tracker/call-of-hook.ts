import { hookKeys, type HookKey } from '../../catalogue/hook.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import { domainOf, isPlain, looksLikeDomain, sameText } from './call-party.ts';
import { hookMeanings } from './hook-meanings.ts';
import { distance, isLive, type TrackedCall } from './tracked-call.ts';

/** How much later than what it tells a hook may come: every hook before it can keep MicroSIP for 10 s (facts C.1, C.3). */
const hookDelayMs = 60_000;

/** How far the clocks of the phone and of the hooks may be apart. */
const clockDifferenceMs = 2000;

/** The call a hook is about, as far as its text, its time and its place in the order of hooks tell. */
export function callOfHook(calls: readonly TrackedCall[], hook: HookEvent): TrackedCall | undefined {
  const possible = calls.filter((call) => canBeAbout(hook, call));
  const named = possible.filter((call) => namesUser(hook, call));
  const atEnd =
    hookMeanings[hook.hook].state === 'ended' ? possible.filter((call) => namesDomain(hook, call)) : [];
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

function canBeAbout({ at, hook }: HookEvent, call: TrackedCall): boolean {
  const last = call.hooks.at(-1);
  if (last !== undefined && (hookMeanings[last].state === 'ended' || place(last) >= place(hook)))
    return false;
  const { direction } = hookMeanings[hook];
  if (direction !== undefined && direction !== call.state.direction) return false;
  const isBeginning = hook === 'cmdOutgoingCall' || hook === 'cmdIncomingCall';
  if (isBeginning && call.sipCallId === undefined) return false;

  const time = Date.parse(at);
  const { since, endedAt } = call.state;
  if (time < Date.parse(since) - clockDifferenceMs && !call.joinedLate) return false;
  if (isBeginning && time > Date.parse(since) + hookDelayMs) return false;
  return endedAt === undefined || time <= Date.parse(endedAt) + hookDelayMs;
}

/** Where a hook stands among those of a call. */
function place(hook: HookKey): number {
  return hookKeys.indexOf(hook);
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
export function isTold(call: TrackedCall, { hook }: HookEvent): boolean {
  const { state, reported } = call;
  return (reported || !isLive(call)) && distance[hookMeanings[hook].state] <= distance[state.state];
}

import type { CallEvent, CallState, EventSource, MicroSipEvent } from '../call-event.ts';
import { distance, isLive, type TrackedCall } from './tracked-call.ts';
import type { TrackerState } from './tracker-state.ts';

/** The working place of one input: the state so far, and what is to be reported. States themselves never change. */
export interface TrackerTurn {
  state: TrackerState;
  readonly events: MicroSipEvent[];
}

/** How many calls that ended are remembered, so that what is heard of them late opens no new call. */
const rememberedCalls = 200;

export function change(turn: TrackerTurn, changes: Partial<TrackerState>): void {
  turn.state = { ...turn.state, ...changes };
}

/** Puts a call in the place of the one it was made of, or adds it. */
export function keepCall(turn: TrackerTurn, call: TrackedCall, before?: TrackedCall): void {
  const { calls } = turn.state;
  change(turn, {
    calls:
      before === undefined
        ? forgetOldest([...calls, call])
        : calls.map((other) => (other === before ? call : other)),
  });
}

/** What is told of a call, without what the call itself knows. */
export type CallNews = Pick<CallEvent, 'at' | 'state' | 'source'> &
  Partial<
    Pick<CallEvent, 'number' | 'uri' | 'name' | 'reason' | 'endedBy' | 'heldBy' | 'transfer' | 'status'>
  >;

/** A call that is heard of for the first time, before anything is reported of it. */
export function unheardCall(
  callId: string,
  direction: CallEvent['direction'],
  { at, state, number }: Pick<CallNews, 'at' | 'state' | 'number'>,
): TrackedCall {
  return {
    state: { callId, direction, state, ...(number !== undefined && { number }), since: at },
    joinedLate: state !== 'calling' && state !== 'incoming',
    at,
    hooks: [],
    reported: false,
  };
}

/** Reports what happened to a call, and keeps the call as it is then. */
export function reportCall(turn: TrackerTurn, before: TrackedCall, news: CallNews): TrackedCall {
  const known = before.state;
  const { at, source, state, reason, endedBy, heldBy, transfer, status } = news;
  const { number = known.number, uri = known.uri, name = known.name } = news;
  const party = {
    ...(number !== undefined && { number }),
    ...(uri !== undefined && { uri }),
    ...(name !== undefined && { name }),
  };
  const told = {
    ...(state === 'ended' && { reason: reason ?? 'unknown', ...(endedBy !== undefined && { endedBy }) }),
    ...(state === 'held' && heldBy !== undefined && { heldBy }),
    ...(transfer !== undefined && { transfer }),
    ...(status !== undefined && { status }),
  };
  const { callId, direction, since } = known;
  const answeredAt = known.answeredAt ?? (distance[state] === distance.active ? at : undefined);
  turn.events.push({ type: 'call', at, callId, direction, state, ...party, ...told, source });
  const call: TrackedCall = {
    ...before,
    state: {
      callId,
      direction,
      state,
      ...party,
      ...told,
      since,
      ...(answeredAt !== undefined && { answeredAt }),
      ...(state === 'ended' && { endedAt: at }),
    },
    at,
    reported: true,
  };
  const isNew = !turn.state.calls.includes(before);
  keepCall(turn, call, isNew ? undefined : before);
  if (state === 'ended') rememberLast(turn, call);
  return call;
}

/**
 * Ends every call, or those that began before a moment; nobody said how they ended.
 *
 * @param at - when they ended
 */
export function endCalls(turn: TrackerTurn, at: string, source: EventSource, moment?: string): void {
  const isMeant = ({ state }: TrackedCall): boolean => moment === undefined || state.since <= moment;
  for (const call of turn.state.calls.filter((each) => isLive(each) && isMeant(each))) {
    if (call.reported) reportCall(turn, call, { at, state: 'ended', reason: 'unknown', source });
    else keepCall(turn, { ...call, at, state: { ...call.state, state: 'ended', endedAt: at } }, call);
  }
}

/** The last call is the one that ended last, and of those the one that began last, in whatever order that is heard. */
export function rememberLast(turn: TrackerTurn, { state: call }: TrackedCall): void {
  const { goneAt, lastCall, running } = turn.state;
  // The program of a hook may start when its phone is gone already: the call ended with the phone at the latest.
  const endOf = ({ endedAt = '' }: CallState): string =>
    running === false && endedAt > goneAt ? goneAt : endedAt;
  const isLater =
    lastCall === undefined ||
    endOf(lastCall) < endOf(call) ||
    (endOf(lastCall) === endOf(call) && lastCall.since <= call.since);
  if (isLater || lastCall.callId === call.callId) change(turn, { lastCall: call });
}

function forgetOldest(calls: readonly TrackedCall[]): readonly TrackedCall[] {
  const surplus = calls.length - rememberedCalls;
  if (surplus <= 0) return calls;
  const forgotten = new Set(calls.filter((call) => !isLive(call) || !call.reported).slice(0, surplus));
  return calls.filter((call) => !forgotten.has(call));
}

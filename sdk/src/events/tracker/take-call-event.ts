import type { CallEvent } from '../call-event.ts';
import { sameText } from './call-party.ts';
import { distance, isLive, type TrackedCall } from './tracked-call.ts';
import { keepCall, rememberLast, reportCall, unheardCall, type TrackerTurn } from './tracker-turn.ts';

/** How much later than a call's beginning its first hook may come: MicroSIP waits up to 10 s for each (facts C.3). */
const hookDelayMs = 60_000;

/** Takes in what the log, or the simulator itself, tells of a call that it knows by its Call-ID. */
export function takeCallEvent(turn: TrackerTurn, event: CallEvent): void {
  const known = knownCall(turn, event);
  if (known === undefined) {
    const { callId, direction } = event;
    reportCall(turn, { ...unheardCall(callId, direction, event), sipCallId: callId }, event);
    return;
  }
  const call = identified(known, event);
  keepCall(turn, call, known);
  if (!isLive(call)) completeEnd(turn, call, event);
  else if (!call.reported || isNews(call, event)) report(turn, call, event);
}

/** A call that nobody was told of takes its Call-ID for its name. */
function identified(call: TrackedCall, { callId }: CallEvent): TrackedCall {
  const state = call.reported ? call.state : { ...call.state, callId };
  return { ...call, state, sipCallId: callId };
}

function report(turn: TrackerTurn, call: TrackedCall, event: CallEvent): void {
  // Its hook announced it, and it waited for more to be heard of it.
  const announced = !call.reported && event.state !== 'incoming';
  const shown = announced
    ? reportCall(turn, call, { ...event, state: 'incoming', at: call.state.since, source: 'hook' })
    : call;
  reportCall(turn, shown, event);
}

/** The call of a Call-ID; or one that only hooks told of so far, and that must be it. */
function knownCall(turn: TrackerTurn, event: CallEvent): TrackedCall | undefined {
  const { calls } = turn.state;
  return (
    calls.find(({ sipCallId }) => sipCallId === event.callId) ??
    calls.find((call) => isHookCallOf(call, event))
  );
}

function isHookCallOf(call: TrackedCall, event: CallEvent): boolean {
  if (call.sipCallId !== undefined || call.state.direction !== event.direction) return false;
  if (!sameText(call.caller ?? '', event.number ?? '')) return false;
  const began = Date.parse(call.state.since);
  const ended = Date.parse(call.state.endedAt ?? '');
  const told = Date.parse(event.at);
  // A log that tells only later parts of the call is about whatever goes on then.
  const isBeginning = distance[event.state] < distance.active;
  return isBeginning ? Math.abs(began - told) <= hookDelayMs : began <= told && !(ended + hookDelayMs < told);
}

/** Whether an event tells more of a live call than is known of it. */
function isNews({ at, state: known }: TrackedCall, event: CallEvent): boolean {
  if (event.transfer !== undefined && !isSame(event.transfer, known.transfer)) return event.at >= at;
  if (distance[event.state] !== distance[known.state]) return distance[event.state] > distance[known.state];
  if (event.state === known.state && event.heldBy === known.heldBy) return false;
  // Holding goes to and fro, so what is told twice must not take it back.
  return event.at >= at;
}

/** What is told late of how a call ended completes what is known of it, and is no event any more. */
function completeEnd(turn: TrackerTurn, call: TrackedCall, event: CallEvent): void {
  if (event.state !== 'ended' || call.state.reason !== 'unknown') return;
  const { reason = 'unknown', endedBy, status } = event;
  const completed: TrackedCall = {
    ...call,
    state: {
      ...call.state,
      reason,
      ...(endedBy !== undefined && { endedBy }),
      ...(status !== undefined && { status }),
    },
  };
  keepCall(turn, completed, call);
  if (turn.state.lastCall?.callId === call.state.callId) rememberLast(turn, completed);
}

function isSame(left: CallEvent['transfer'], right: CallEvent['transfer']): boolean {
  return left?.by === right?.by && left?.status === right?.status && left?.target === right?.target;
}

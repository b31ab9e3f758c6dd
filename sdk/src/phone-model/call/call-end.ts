import { runHook } from '../hooks/run-hook.ts';
import { change, changeCall, type Turn } from '../turn.ts';
import { logEnd, type CallEnding } from './history.ts';
import { isAtHand, isLive, type PhoneCall } from './phone-call.ts';

/** The statuses that `cmdCallBusy` stands for, whoever refused (facts C.1). */
const busyStatuses: readonly number[] = [486, 600, 603];

/**
 * What MicroSIP's windows do when a call is over, once per call (facts C.1). A local hang-up gets here before the
 * call is DISCONNECTED, which is why it fires `cmdCallEnd` and never `cmdCallBusy`.
 */
export function handleEnd(turn: Turn, call: PhoneCall, ending: CallEnding): void {
  if (call.endHandled) return;
  changeCall(turn, call.callId, { endHandled: true, dtmf: [], dtmfAt: null });
  logEnd(turn, call, ending);
  if (call.tab) leaveTab(turn, call);
  forgetIfOver(turn, call.callId);
  if (call.tab) {
    const busy = ending !== 'hung-up-here' && busyStatuses.includes(ending.status);
    runHook(turn, busy ? 'cmdCallBusy' : 'cmdCallEnd', call);
  }
}

/** Drops a call that neither the SIP stack nor the windows have any more use for. */
export function forgetIfOver(turn: Turn, callId: string): void {
  change(turn, {
    calls: turn.state.calls.filter((call) => call.callId !== callId || isLive(call) || !call.endHandled),
  });
}

function leaveTab(turn: Turn, call: PhoneCall): void {
  const { calls, delayedForwarding, selectedCallId, settings } = turn.state;
  change(turn, {
    // The end of any call stops the one delayed answer, whichever call that was for (facts G: one timer slot).
    delayedAnswer: null,
    delayedForwarding: delayedForwarding?.callId === call.callId ? null : delayedForwarding,
    offeredDigits: null,
  });
  if (settings.singleMode) {
    // Another tab with a call comes to the front. Elsewhere the tab stays selected, without a call.
    const next = calls.find((other) => other.callId !== call.callId && other.tab && isAtHand(other));
    change(turn, { selectedCallId: next?.callId ?? null });
  } else if (selectedCallId === call.callId) {
    change(turn, { selectedCallId: null });
  }
}

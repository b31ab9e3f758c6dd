import type { HangUpScope, InterfaceStep } from '../threads/interface-step.ts';
import { callOf, change, changeCall, continueWith, emit, postToSip, type Turn } from '../turn.ts';
import { handleEnd } from './call-end.ts';
import { isAtHand, isRingingIn, type PhoneCall } from './phone-call.ts';
import { normalClearing, reasonPhrase } from './reason-phrase.ts';
import { ringingCall } from './ringing-call.ts';

/** Steps that hang up all calls of a kind, in their order; each is looked at again when its turn has come. */
export function hangUpSteps(turn: Turn, which: HangUpScope): readonly InterfaceStep[] {
  return turn.state.calls
    .filter((call) => isAtHand(call) && isMeant(call, which))
    .map(({ callId }) => ({ step: 'hang-up', callId, which }));
}

/** Hangs up all calls of a kind before anything else happens. */
export function hangUpAll(turn: Turn, which: HangUpScope): void {
  continueWith(turn, ...hangUpSteps(turn, which));
}

/** Hangs up one call: the message leaves, then the call's end is handled at once (facts C.1). */
export function hangUp(turn: Turn, callId: string, which: HangUpScope): void {
  const call = callOf(turn, callId);
  if (call === undefined || !isAtHand(call) || !isMeant(call, which)) return;
  sendEnd(turn, call);
  handleEnd(turn, callOf(turn, callId) ?? call, 'hung-up-here');
}

/**
 * The Decline button: 486. The call's end is handled when the stack reports it, and so `cmdCallBusy` fires (facts C.1).
 */
export function decline(turn: Turn, callId: string): void {
  const call = ringingCall(turn, callId);
  if (call === undefined) return;
  respondFinally(turn, call, 486);
  change(turn, { declinedCallId: callId });
}

/** Sends a final response to an unanswered INVITE. */
export function respondFinally(
  turn: Turn,
  call: PhoneCall,
  status: number,
  headers: { readonly contact?: string; readonly diversion?: string } = {},
): void {
  emit(turn, { do: 'send', callId: call.callId, message: { method: 'RESPONSE', status, ...headers } });
  close(turn, call, status);
}

/** Sends whatever ends the call in its present state, without anybody's handler. */
export function sendEnd(turn: Turn, call: PhoneCall, warning?: string): void {
  if (isRingingIn(call)) {
    // The status 0 is handed to the stack, which then takes 603 (inferred, facts A.4).
    respondFinally(turn, call, 603);
  } else if (call.state === 'CALLING' || call.state === 'EARLY') {
    emit(turn, { do: 'send', callId: call.callId, message: { method: 'CANCEL' } });
    // The stack would wait for a provisional response before it cancels; the model's far ends need none.
    close(turn, call, 487);
  } else {
    const message = { method: 'BYE', ...(warning !== undefined && { warning }) } as const;
    emit(turn, { do: 'send', callId: call.callId, message });
    close(turn, call, 200, normalClearing);
  }
}

function close(turn: Turn, call: PhoneCall, status: number, reason = reasonPhrase(status)): void {
  changeCall(turn, call.callId, { closing: true, beepUntil: null, hangUpAt: null });
  postToSip(turn, { step: 'gone', callId: call.callId, status, reason });
}

function isMeant(call: PhoneCall, which: HangUpScope): boolean {
  switch (which) {
    case 'any':
      return true;
    case 'ringing-in':
      return isRingingIn(call);
    case 'not-ringing-in':
      return !isRingingIn(call);
    case 'calling':
      return call.direction === 'outgoing' && call.state !== 'CONFIRMED';
  }
}

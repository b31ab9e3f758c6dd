import type { FarEndInput } from '../phone-input.ts';
import { callOf, changeCall, emit, enterState, type Turn } from '../turn.ts';
import { sendEnd } from './hang-up.ts';
import { holdOthers } from './hold.ts';
import { arrive } from './incoming-call.ts';
import { isLive, type PhoneCall } from './phone-call.ts';
import { normalClearing, reasonPhrase } from './reason-phrase.ts';

/** What the SIP stack makes of a message from a far end. Messages that do not fit the call are ignored. */
export function takeFarEnd(turn: Turn, input: FarEndInput): void {
  if (input.type === 'incoming-call') {
    arrive(turn, input);
    return;
  }
  const call = callOf(turn, input.callId);
  if (call === undefined || !isLive(call)) return;
  switch (input.type) {
    case 'far-end-ringing':
      if (isCalling(call) && call.state === 'CALLING') enterState(turn, call, 'EARLY', 180);
      break;
    case 'far-end-answered':
      if (isCalling(call)) takeAnswer(turn, call, input.video ?? false);
      break;
    case 'far-end-refused':
      if (isCalling(call)) {
        const reason = input.reason ?? reasonPhrase(input.status);
        enterState(turn, call, 'DISCONNECTED', input.status, reason);
      }
      break;
    case 'far-end-hung-up':
      takeHangUp(turn, call, input.answeredElsewhere ?? false);
      break;
    case 'far-end-held':
      if (call.state === 'CONFIRMED' && call.heldByFarEnd !== input.held) {
        changeCall(turn, call.callId, { heldByFarEnd: input.held });
        emit(turn, { do: 'held', callId: call.callId, by: 'far-end', held: input.held });
      }
      break;
    case 'transfer-answered':
      // The stack hangs up by itself once the far end has reached the target (as PJSIP's own sample does; the facts
      // are silent), so the windows see an ordinary end.
      if (call.state === 'CONFIRMED' && !call.closing && input.status >= 200 && input.status < 300) {
        sendEnd(turn, call);
      }
      break;
  }
}

/** Our 200 was acknowledged. */
export function takeAcknowledgement(turn: Turn, callId: string): void {
  const call = callOf(turn, callId);
  if (call?.direction === 'incoming' && call.state === 'CONNECTING') confirm(turn, call);
}

/** What we sent has ended the call. */
export function takeGone(turn: Turn, callId: string, status: number, reason: string): void {
  const call = callOf(turn, callId);
  if (call !== undefined && isLive(call)) enterState(turn, call, 'DISCONNECTED', status, reason);
}

/** `autoHangUpTime` is over: BYE with a warning, both directions (facts G). */
export function endLongCall(turn: Turn, callId: string): void {
  const call = callOf(turn, callId);
  if (call?.state !== 'CONFIRMED' || call.closing) return;
  sendEnd(turn, call, '399 localhost "Call duration exceeded"');
}

/** An INVITE of ours waits for its final answer, and we have not cancelled it. */
function isCalling(call: PhoneCall): boolean {
  return (
    call.direction === 'outgoing' && !call.closing && (call.state === 'CALLING' || call.state === 'EARLY')
  );
}

function takeAnswer(turn: Turn, call: PhoneCall, video: boolean): void {
  changeCall(turn, call.callId, { video });
  enterState(turn, call, 'CONNECTING', 200);
  holdOthers(turn, call.callId);
  confirm(turn, call);
}

function confirm(turn: Turn, call: PhoneCall): void {
  enterState(turn, call, 'CONFIRMED', 200);
  const { autoHangUpTime } = turn.state.settings;
  if (autoHangUpTime > 0 && !call.closing) {
    changeCall(turn, call.callId, { hangUpAt: turn.at + autoHangUpTime * 1000 });
  }
}

function takeHangUp(turn: Turn, call: PhoneCall, answeredElsewhere: boolean): void {
  if (call.state === 'CONFIRMED') {
    enterState(turn, call, 'DISCONNECTED', 200, normalClearing);
  } else if (call.direction === 'incoming' && call.state !== 'CONNECTING') {
    changeCall(turn, call.callId, { answeredElsewhere });
    enterState(turn, call, 'DISCONNECTED', 487);
  }
}

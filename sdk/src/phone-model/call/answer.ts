import { raiseMainWindow } from '../instance/main-window.ts';
import { callOf, changeCall, continueWith, emit, enterState, postToSip, type Turn } from '../turn.ts';
import { hangUpSteps } from './hang-up.ts';
import { holdOthers } from './hold.ts';
import { isAtHand, isRingingIn, type PhoneCall } from './phone-call.ts';

/** The call that `/answer` means: the first that rings here (facts A.4). */
export function firstRinging(turn: Turn): PhoneCall | undefined {
  return turn.state.calls.find((call) => isAtHand(call) && isRingingIn(call));
}

/** Answers a call; in singleMode all others that do not merely ring are hung up first, one after the other (facts G). */
export function answer(turn: Turn, callId: string, raise: boolean): void {
  const call = callOf(turn, callId);
  if (call === undefined || !isAtHand(call) || !isRingingIn(call)) return;
  if (turn.state.settings.singleMode) {
    continueWith(turn, ...hangUpSteps(turn, 'not-ringing-in'), { step: 'accept', callId, raise });
  } else {
    accept(turn, callId, raise);
  }
}

/** Sends the 200; the call is CONFIRMED when the far end has acknowledged it. */
export function accept(turn: Turn, callId: string, raise: boolean): void {
  const call = callOf(turn, callId);
  if (call === undefined || !isAtHand(call) || !isRingingIn(call)) return;
  emit(turn, { do: 'send', callId, message: { method: 'RESPONSE', status: 200 } });
  changeCall(turn, callId, { beepUntil: null });
  enterState(turn, call, 'CONNECTING', 200);
  holdOthers(turn, callId);
  postToSip(turn, { step: 'acknowledged', callId });
  if (raise) raiseMainWindow(turn);
}

import { raiseMainWindow } from '../instance/main-window.ts';
import { changeCall, continueWith, emit, enterState, postToSip, type Turn } from '../turn.ts';
import { hangUpSteps } from './hang-up.ts';
import { holdOthers } from './hold.ts';
import { ringingCall } from './ringing-call.ts';

/** Answers a call; in singleMode all others that do not merely ring are hung up first, one after the other (facts G). */
export function answer(turn: Turn, callId: string, raise: boolean): void {
  if (ringingCall(turn, callId) === undefined) return;
  if (turn.state.settings.singleMode) {
    continueWith(turn, ...hangUpSteps(turn, 'not-ringing-in'), { step: 'accept', callId, raise });
  } else {
    accept(turn, callId, raise);
  }
}

/** Sends the 200; the call is CONFIRMED when the far end has acknowledged it. */
export function accept(turn: Turn, callId: string, raise: boolean): void {
  const call = ringingCall(turn, callId);
  if (call === undefined) return;
  emit(turn, { do: 'send', callId, message: { method: 'RESPONSE', status: 200 } });
  changeCall(turn, callId, { beepUntil: null });
  enterState(turn, call, 'CONNECTING', 200);
  holdOthers(turn, callId);
  postToSip(turn, { step: 'acknowledged', callId });
  if (raise) raiseMainWindow(turn);
}

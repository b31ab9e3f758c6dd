import { changeCall, emit, selectedCall, type Turn } from '../turn.ts';
import { isAtHand, type PhoneCall } from './phone-call.ts';

/** The Hold button: toggles the call in the selected tab, if it is CONFIRMED (facts A.3). */
export function toggleHold(turn: Turn): void {
  const call = selectedCall(turn);
  if (call === undefined || !isAtHand(call) || call.state !== 'CONFIRMED') return;
  if (call.heldByUs) holdOthers(turn, call.callId);
  setHeld(turn, call, !call.heldByUs);
}

/** A call that begins, is answered or resumed puts the others on hold, unless AC merges them all. */
export function holdOthers(turn: Turn, callId: string): void {
  const { calls, settings } = turn.state;
  if (settings.AC && !settings.singleMode) return;
  for (const call of calls) {
    if (call.callId !== callId && isAtHand(call) && call.state === 'CONFIRMED' && !call.heldByUs) {
      setHeld(turn, call, true);
    }
  }
}

function setHeld(turn: Turn, call: PhoneCall, held: boolean): void {
  changeCall(turn, call.callId, { heldByUs: held });
  emit(turn, { do: 'send', callId: call.callId, message: { method: 'RE-INVITE', hold: held } });
  emit(turn, { do: 'held', callId: call.callId, by: 'us', held });
}

import { callOf, type Turn } from '../turn.ts';
import { isAtHand, isRingingIn, type PhoneCall } from './phone-call.ts';

/** Whether a call rings here and can be answered, declined or forwarded. */
export function isRinging(call: PhoneCall): boolean {
  return isAtHand(call) && isRingingIn(call);
}

/** The call, if it still rings here. */
export function ringingCall(turn: Turn, callId: string): PhoneCall | undefined {
  const call = callOf(turn, callId);
  return call !== undefined && isRinging(call) ? call : undefined;
}

/** The call that `/answer` means: the first that rings here (facts A.4). */
export function firstRinging(turn: Turn): PhoneCall | undefined {
  return turn.state.calls.find(isRinging);
}

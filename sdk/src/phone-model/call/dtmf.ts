import { callOf, change, changeCall, emit, type Turn } from '../turn.ts';
import { isAtHand, type PhoneCall } from './phone-call.ts';

/** How long after the answer the first digits of a dialled `number,digits` leave, in milliseconds (facts A.7). */
const firstGroupAfterMs = 1000;

/** What PJSIP takes for digits; it refuses the whole text if one is none (inferred). */
const digitsOnly = /^[0-9*#a-d]+$/iu;

/** `/dtmf:` and the dial pad (facts A.8): to the call in the selected tab, if it has a voice. */
export function sendDigits(turn: Turn, digits: string): void {
  const { offeredDigits, selectedCallId } = turn.state;
  if (offeredDigits !== null) return;
  const call = selectedCallId === null ? undefined : callOf(turn, selectedCallId);
  if (call === undefined) return;
  if (digits.endsWith('?')) change(turn, { offeredDigits: digits.slice(0, -1) });
  else transmit(turn, call, digits);
}

/** The "Send" button behind offered digits. */
export function sendOfferedDigits(turn: Turn): void {
  const { offeredDigits } = turn.state;
  if (offeredDigits === null) return;
  change(turn, { offeredDigits: null });
  sendDigits(turn, offeredDigits);
}

/** Starts the digits that were dialled behind a comma. */
export function startDtmfQueue(turn: Turn, call: PhoneCall): void {
  if (call.dtmf.length > 0) changeCall(turn, call.callId, { dtmfAt: turn.at + firstGroupAfterMs });
}

/** Sends the next group of digits; the one after it follows later the longer this one is (facts A.7). */
export function sendNextGroup(turn: Turn, callId: string): void {
  const call = callOf(turn, callId);
  const [group, ...rest] = call?.dtmf ?? [];
  if (call === undefined || group === undefined || !isAtHand(call)) return;
  const dtmfAt = rest.length === 0 ? null : turn.at + 1000 + 200 * group.length;
  changeCall(turn, callId, { dtmf: rest, dtmfAt });
  transmit(turn, call, group);
}

function transmit(turn: Turn, call: PhoneCall, digits: string): void {
  const talking = call.state === 'CONFIRMED' && !call.heldByUs && !call.heldByFarEnd;
  if (talking && isAtHand(call) && digitsOnly.test(digits)) {
    emit(turn, { do: 'send', callId: call.callId, message: { method: 'DTMF', digits } });
  }
}

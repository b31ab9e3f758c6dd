import { limits } from '../../catalogue/limits.ts';
import type { OutgoingSip } from '../phone-effect.ts';
import type { PhoneSettings } from '../phone-settings.ts';
import { callOf, change, changeCall, emit, selectedCall, type Turn } from '../turn.ts';
import { isAtHand, type PhoneCall } from './phone-call.ts';

/** What PJSIP takes for digits; it refuses the whole text if one is none (inferred). */
const digitsOnly = /^[0-9*#a-d]+$/iu;

/** `/dtmf:` and the dial pad (facts A.8): to the call in the selected tab, if it has a voice. */
export function sendDigits(turn: Turn, digits: string): void {
  if (turn.state.offeredDigits !== null) return;
  const call = selectedCall(turn);
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

/** Starts the digits that were dialled behind a comma (facts A.7). */
export function startDtmfQueue(turn: Turn, call: PhoneCall): void {
  const dtmfAt = turn.at + limits.dialledDtmfDelay.value;
  if (call.dtmf.length > 0) changeCall(turn, call.callId, { dtmfAt });
}

/** Sends the next group of digits; the one after it follows later the longer this one is (facts A.7). */
export function sendNextGroup(turn: Turn, callId: string): void {
  const call = callOf(turn, callId);
  const [group, ...rest] = call?.dtmf ?? [];
  if (call === undefined || group === undefined || !isAtHand(call)) return;
  const pause = limits.dialledDtmfGroupPause.value + limits.dialledDtmfDigitPause.value * group.length;
  const dtmfAt = rest.length === 0 ? null : turn.at + pause;
  changeCall(turn, callId, { dtmf: rest, dtmfAt });
  transmit(turn, call, group);
}

function transmit(turn: Turn, call: PhoneCall, digits: string): void {
  const talking = call.state === 'CONFIRMED' && !call.heldByUs && !call.heldByFarEnd;
  if (talking && isAtHand(call) && digitsOnly.test(digits)) {
    emit(turn, { do: 'send', callId: call.callId, message: dtmfMessage(turn.state.settings, digits) });
  }
}

/** Digits as `DTMFMethod` has them sent; in-band only the first of many are heard (facts A.8). */
export function dtmfMessage({ DTMFMethod }: PhoneSettings, digits: string): OutgoingSip {
  switch (DTMFMethod) {
    case '1':
      return { method: 'DTMF', by: 'in-band', digits: digits.slice(0, limits.inBandDtmfDigits.value) };
    case '3':
      return { method: 'DTMF', by: 'info', digits };
    default:
      // By itself MicroSIP takes RFC 2833 where the far end does, and the model's far ends do.
      return { method: 'DTMF', by: 'rfc2833', digits };
  }
}

import { callingAccountFor } from '../number-format/calling-account.ts';
import { formatNumber, splitCommands } from '../number-format/format-number.ts';
import { commandLineContextOf } from '../phone-selectors.ts';
import { activeAccount, type PhoneSettings } from '../phone-settings.ts';
import type { Turn } from '../turn.ts';
import { respondFinally } from './hang-up.ts';
import { ringingCall } from './ringing-call.ts';

/** Whether incoming calls are forwarded, and after how many seconds (facts G); 3.20.5 has no such keys. */
export function forwardingDelay(settings: PhoneSettings): number | undefined {
  const on = settings.forwarding === 'all' || (settings.forwarding === 'button' && settings.FWD);
  return on && settings.forwardingNumber !== '' ? settings.forwardingDelay : undefined;
}

/**
 * Sends the caller elsewhere: 302 with Contact and Diversion (facts G). The number is formatted as a dialled one.
 *
 * @returns whether there was a caller to send.
 */
export function forward(turn: Turn, callId: string): boolean {
  const call = ringingCall(turn, callId);
  if (call === undefined) return false;
  const { settings, version } = turn.state;
  const context = commandLineContextOf(turn.state);
  const { number } = splitCommands(version, settings.forwardingNumber);
  const account = callingAccountFor(context, number);
  respondFinally(turn, call, 302, {
    contact: formatNumber(version, number, account),
    diversion: ownAddress(settings),
  });
  return true;
}

/** Who sends the caller elsewhere: the active account. */
function ownAddress(settings: PhoneSettings): string {
  const account = activeAccount(settings) ?? settings.localAccount;
  return `<sip:${account.username === '' ? '' : `${account.username}@`}${account.domain}>`;
}

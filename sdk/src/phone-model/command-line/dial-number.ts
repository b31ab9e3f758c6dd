import type { ChatMessage, CommandEffect } from '../command-effect.ts';
import { callingAccountFor, selectedAccount } from '../number-format/calling-account.ts';
import { withTransport } from '../number-format/request-address.ts';
import { toSipAddress } from '../number-format/sip-address-text.ts';
import { judgeRequestAddress } from '../pjsip/judge-request-address.ts';
import { trimWhiteSpace } from '../windows-text/white-space.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { makeCall } from './make-call.ts';
import { isSilent } from './silent-mode.ts';

/** What happens to a text that is no command: the window comes to the front, and the text is dialled or parked. */
export function dialText(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const raised: readonly CommandEffect[] = staysInBackground(context) ? [] : [{ do: 'raise' }];
  if (isReadyToDial(context)) return [...raised, ...dialNumber(context, text)];
  return text === '' ? raised : [...raised, { do: 'park', text, later: interpretParked(context, text) }];
}

/** What happens with a parked text when the registration returns (facts A.6). */
export function interpretParked(context: CommandLineContext, text: string): readonly CommandEffect[] {
  return dialNumber({ ...context, accountAdded: true, registered: true }, text);
}

/**
 * Whether a number is dialled at once: without a selected account always, else when it is registered or has no
 * server to register at. Otherwise it takes the one slot for a parked text, and an empty text clears the slot.
 */
export function isReadyToDial(context: CommandLineContext): boolean {
  const account = selectedAccount(context);
  if (account === undefined) return true;
  return context.accountAdded && (account.server === '' || context.registered);
}

/** Of the versions with a silent mode only 3.21.6 minds it here (facts A.6). */
function staysInBackground(context: CommandLineContext): boolean {
  return context.version === '3.21.6' && isSilent(context);
}

/** The number ends at the first space; if anything stands behind it, that is a chat message (facts A.6). */
function dialNumber(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const space = text.indexOf(' ');
  const before = space < 0 ? text : text.slice(0, space);
  const message = space < 0 ? '' : trimWhiteSpace(text.slice(space + 1));
  const number = trimWhiteSpace(context.version === '3.20.5' ? before : decoded(before));
  if (number === '') return [];
  return message === '' ? makeCall(context, number) : [sendMessage(context, number, message)];
}

/** No other escape is decoded, and these only as they stand here (facts A.6). */
function decoded(number: string): string {
  return number.replaceAll('%20', ' ').replaceAll('%2B', '+');
}

function sendMessage(context: CommandLineContext, number: string, text: string): ChatMessage {
  const account = callingAccountFor(context, number);
  const uri = withTransport(context.version, toSipAddress(number, account.domain), account.transport);
  return {
    do: 'message',
    number,
    text,
    uri,
    ...(judgeRequestAddress(uri) !== 'valid' && { uriValid: false }),
    ...(account.isLocal && { local: true }),
  };
}

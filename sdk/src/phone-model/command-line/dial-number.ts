import type { ChatMessage, CommandEffect, DialledCall } from '../command-effect.ts';
import {
  callingAccountFor,
  loadedAccount,
  selectedAccount,
  type CallingAccount,
} from '../number-format/calling-account.ts';
import { formatNumber, splitCommands } from '../number-format/format-number.ts';
import { requestAddress, withTransport } from '../number-format/request-address.ts';
import { toSipAddress } from '../number-format/sip-address-text.ts';
import { isTelephoneNumber } from '../number-format/telephone-number.ts';
import { judgeRequestAddress } from '../pjsip/request-address.ts';
import { trimWhiteSpace } from '../windows-text/white-space.ts';
import { activateAccount } from './account-switch.ts';
import type { CommandLineContext } from './command-line-context.ts';
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

/** The number is remembered as dialled before anything is checked (facts A.6). */
function makeCall(context: CommandLineContext, number: string): readonly CommandEffect[] {
  const remembered: CommandEffect = { do: 'dialedAdd', number };
  if (context.singleMode && context.calls > 0) return [remembered];

  const activated = activateFirstAccount(context, number);
  if (activated === undefined) return [remembered, ...call(context, number)];
  return [
    remembered,
    ...activated.effects,
    ...(activated.context === undefined ? [] : call(activated.context, number)),
  ];
}

/**
 * With no account at all, 3.21.6 and later switch to the first one for a telephone number, and call before it is
 * registered (facts N, A.6).
 */
function activateFirstAccount(
  context: CommandLineContext,
  number: string,
): { readonly effects: readonly CommandEffect[]; readonly context?: CommandLineContext } | undefined {
  const { enableLocalAccount, version } = context;
  if (version === '3.20.5' || enableLocalAccount || selectedAccount(context) !== undefined) return undefined;
  if (!isTelephoneNumber(version, number)) return undefined;
  if (loadedAccount(context, 1) === undefined) {
    return { effects: [{ do: 'error', code: 'accountNotFound' }, { do: 'openAccountDialog' }] };
  }
  return activateAccount(context, 1);
}

function call(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const { version } = context;
  const { dtmf, number } = splitCommands(version, text);
  const account = callingAccountFor(context, number);
  const uri = formatNumber(version, number, account);
  switch (judgeRequestAddress(uri)) {
    case 'invalid':
      return [{ do: 'error', code: 'invalidUri' }];
    case 'too-long':
      return [{ do: 'error', code: 'uriTooLong' }];
    case 'valid': {
      // 3.22.16 forgets the commands of the number it displays (facts N).
      const displayed = version === '3.22.16' ? number : text;
      return [dialledCall(context, { displayed, uri, dtmf, account })];
    }
  }
}

function dialledCall(
  { version }: CommandLineContext,
  {
    account,
    displayed,
    dtmf,
    uri,
  }: {
    readonly displayed: string;
    readonly uri: string;
    readonly dtmf: string;
    readonly account: CallingAccount;
  },
): DialledCall {
  const invite = requestAddress(version, uri, account);
  return {
    do: 'call',
    number: displayed,
    uri,
    ...(invite !== uri && { invite }),
    ...(judgeRequestAddress(invite) !== 'valid' && { inviteValid: false }),
    ...(account.isLocal && { local: true }),
    ...(dtmf !== '' && { dtmf }),
  };
}

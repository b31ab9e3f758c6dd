import type { CommandEffect, DialledCall } from '../command-effect.ts';
import { callingAccountFor, loadedAccount, selectedAccount } from '../number-format/calling-account.ts';
import { formatNumber, splitCommands } from '../number-format/format-number.ts';
import { requestAddress } from '../number-format/request-address.ts';
import { isTelephoneNumber } from '../number-format/telephone-number.ts';
import { judgeRequestAddress } from '../pjsip/judge-request-address.ts';
import { activateAccount } from './account-switch.ts';
import type { CommandLineContext } from './command-line-context.ts';

/**
 * Calls a number, or says why not. It is remembered as dialled before anything is checked, and with `singleMode` and a
 * call at hand nothing else happens (facts A.6).
 */
export function makeCall(context: CommandLineContext, number: string): readonly CommandEffect[] {
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

/** The displayed number of 3.22.16 loses its commands (facts N). */
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
    case 'valid':
      return [
        {
          do: 'call',
          number: version === '3.22.16' ? number : text,
          uri,
          ...inviteTo(requestAddress(version, uri, account), uri),
          ...(account.isLocal && { local: true }),
          ...(dtmf !== '' && { dtmf }),
        },
      ];
  }
}

/** Nobody checks the request address before the SIP stack does. */
function inviteTo(invite: string, uri: string): Pick<DialledCall, 'invite' | 'inviteValid'> {
  if (invite === uri) return {};
  return judgeRequestAddress(invite) === 'valid' ? { invite } : { invite, inviteValid: false };
}

import type { CommandLineContext, DiallingAccount } from '../command-line/command-line-context.ts';
import { hostOf, isIpAddress } from '../sip-address/host.ts';
import { parseRemoteAddress } from '../sip-address/parse-remote-address.ts';

/** The account a call or message goes out by. */
export interface CallingAccount extends Omit<DiallingAccount, 'server' | 'username'> {
  /** The local account calls without a registrar and treats no number. */
  readonly isLocal: boolean;
}

/** The selected account; nothing when none is selected or its section does not load (facts D.6). */
export function selectedAccount(context: CommandLineContext): DiallingAccount | undefined {
  return loadedAccount(context, context.accountId);
}

/** An account that loads: one with a domain. */
export function loadedAccount(context: CommandLineContext, id: number): DiallingAccount | undefined {
  const account = context.accounts.get(id);
  return account === undefined || account.domain === '' ? undefined : account;
}

/**
 * Which account reaches a number: the selected one, but the local account where there is none, or where it is enabled
 * and the number is at an IP address or at `localhost` (facts A.7).
 */
export function callingAccountFor(context: CommandLineContext, number: string): CallingAccount {
  const selected = selectedAccount(context);
  if (selected === undefined || (context.enableLocalAccount && isNearby(context, number))) {
    return {
      isLocal: true,
      domain: context.localDomain,
      transport: context.localTransport,
      dialingPrefix: '',
      dialPlan: '',
    };
  }
  return { isLocal: false, ...selected };
}

function isNearby({ version }: CommandLineContext, number: string): boolean {
  const host = hostOf(parseRemoteAddress(version, number).domain);
  return isIpAddress(version, host) || host === 'localhost';
}

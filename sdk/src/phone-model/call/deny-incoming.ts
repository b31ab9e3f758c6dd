import type { VerifiedVersion } from '../../catalogue/version.ts';
import { activeAccount, type PhoneSettings } from '../phone-settings.ts';
import { parseRemoteAddress, type RemoteAddress } from '../sip-address/parse-remote-address.ts';

/**
 * Whether `denyIncoming` refuses a caller (facts G).
 *
 * @param to the called address; without it, the account's own is taken to have been called.
 */
export function isDenied(
  version: VerifiedVersion,
  settings: PhoneSettings,
  caller: RemoteAddress,
  to: string | undefined,
): boolean {
  const account = activeAccount(settings);
  const called = to === undefined ? undefined : parseRemoteAddress(version, to);
  const otherUser = called !== undefined && called.user !== (account?.username ?? '');
  const otherDomain = called !== undefined && account !== undefined && called.domain !== account.domain;
  switch (settings.denyIncoming) {
    case 'all':
      return true;
    case 'button':
      return settings.DND;
    case 'user':
      return otherUser;
    case 'domain':
      return otherDomain;
    case 'userdomain':
      return otherUser || otherDomain;
    case 'remotedomain':
      return account !== undefined && caller.domain !== account.domain;
    case '':
      return false;
  }
}

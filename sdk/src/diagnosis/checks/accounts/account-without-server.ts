import { accountCheck } from '../../check.ts';
import { isActive } from './is-active.ts';
import { setAccount } from './set-account.ts';

export const accountWithoutServer = accountCheck({
  code: 'account-without-server',
  severity: 'warning',
  title: 'The active account has no server',
  facts: 'D.6',
  examineAccount: (account, settings) =>
    account.loads && account.server === '' && isActive(account, settings)
      ? {
          detail: `Account ${account.number} never registers, so nobody can call it; calls go straight to \`${account.domain}\`.`,
          remedy: `Name the SIP server, often the domain: ${setAccount(account.number, 'server', account.domain)}; a trunk without registration needs none.`,
        }
      : undefined,
});

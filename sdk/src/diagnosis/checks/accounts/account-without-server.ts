import { accountCheck } from '../../check.ts';
import { isActive } from './is-active.ts';
import { pastable, setAccount } from './set-account.ts';

export const accountWithoutServer = accountCheck({
  code: 'account-without-server',
  severity: 'warning',
  title: 'The active account has no server',
  remedy: `Name the SIP server, often the domain: ${setAccount('server')}; a trunk without registration needs none.`,
  facts: 'D.6',
  examineAccount: (account, settings) =>
    account.loads && account.server === '' && isActive(account, settings)
      ? {
          detail: `Account ${account.number} never registers, so nobody can call it; calls go straight to \`${account.domain}\`.`,
          named: { value: pastable(account.domain) },
        }
      : undefined,
});

import { accountCheck } from '../../check.ts';
import { isActive } from './is-active.ts';

export const accountWithoutServer = accountCheck({
  code: 'account-without-server',
  severity: 'warning',
  title: 'The active account has no server',
  facts: 'D.6',
  examineAccount: (account, settings) =>
    account.loads && account.server === '' && isActive(account, settings)
      ? {
          detail: `Account ${account.number} never registers, so nobody can call it; calls go straight to \`${account.domain}\`.`,
          remedy:
            'Enter the SIP server in the account dialog of MicroSIP (Ctrl+M), unless it is a trunk that needs none.',
        }
      : undefined,
});

import { accountCheck } from '../../check.ts';
import { isActive } from './is-active.ts';

export const accountWithoutUser = accountCheck({
  code: 'account-without-user',
  severity: 'error',
  title: 'The active account has no user name',
  facts: 'A.5',
  examineAccount: (account, settings) =>
    account.loads && account.username === '' && isActive(account, settings)
      ? {
          detail: `Account ${account.number} is not registered; MicroSIP opens its account dialog instead.`,
          remedy: 'Enter the user name in the account dialog of MicroSIP (Ctrl+M).',
        }
      : undefined,
});

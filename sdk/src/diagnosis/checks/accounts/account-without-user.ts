import { accountCheck } from '../../check.ts';
import { isActive } from './is-active.ts';
import { setAccount } from './set-account.ts';

export const accountWithoutUser = accountCheck({
  code: 'account-without-user',
  severity: 'error',
  title: 'The active account has no user name',
  remedy: `Enter it: ${setAccount('username')}.`,
  facts: 'A.5',
  examineAccount: (account, settings) =>
    account.loads && account.username === '' && isActive(account, settings)
      ? {
          detail: `Account ${account.number} is not registered; MicroSIP opens its account dialog instead.`,
          named: { value: '…' },
        }
      : undefined,
});

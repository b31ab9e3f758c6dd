import { accountCheck } from '../../check.ts';
import { pastable, setAccount } from './set-account.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const accountWithoutDomain = accountCheck({
  code: 'account-without-domain',
  severity: 'error',
  title: 'An account has no domain',
  remedy: `Give it one: ${setAccount('domain')}; or take the section out while MicroSIP is closed.`,
  facts: 'K.30',
  examineAccount: ({ loads, number, server }) =>
    loads
      ? undefined
      : {
          detail: `\`[Account${number}]\` does not exist for MicroSIP. ${surpriseAt('K.30').text}`,
          named: { value: pastable(server) },
        },
});

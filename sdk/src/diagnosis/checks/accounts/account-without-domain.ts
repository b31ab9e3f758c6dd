import { accountCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const accountWithoutDomain = accountCheck({
  code: 'account-without-domain',
  severity: 'error',
  title: 'An account has no domain',
  facts: 'K.30',
  examineAccount: ({ loads, number }) =>
    loads
      ? undefined
      : {
          detail: `\`[Account${number}]\` does not exist for MicroSIP. ${surpriseAt('K.30').text}`,
          remedy: `Give it one while MicroSIP is closed: \`domain=\` in \`[Account${number}]\`, the name of the server if nothing else; or take the section out.`,
        },
});

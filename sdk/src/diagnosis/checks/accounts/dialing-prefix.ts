import { accountCheck } from '../../check.ts';

export const dialingPrefix = accountCheck({
  code: 'dialing-prefix',
  severity: 'note',
  title: 'A prefix goes in front of numbers',
  remedy:
    'Dial without the prefix; or empty it: `microsip settings unset dialingPrefix --account <number> --restart`.',
  facts: 'A.7',
  examineAccount: ({ dialingPrefix: prefix, loads, number }) =>
    loads && prefix !== ''
      ? {
          detail: `Account ${number} puts \`${prefix}\` in front of numbers of more than three digits, and drops a leading +: +49 30 123456 becomes ${prefix}4930123456.`,
        }
      : undefined,
});

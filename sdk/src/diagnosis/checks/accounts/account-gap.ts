import { settingsCheck } from '../../check.ts';

export const accountGap = settingsCheck({
  code: 'account-gap',
  severity: 'warning',
  title: 'A number is missing among the accounts',
  remedy: 'End MicroSIP, and number the sections of the ini from 1 on without a gap.',
  facts: 'D.6',
  examine: ({ accounts }) => {
    const numbers = accounts.map(({ number }) => number);
    const last = Math.max(0, ...numbers);
    const missing = Array.from({ length: Math.min(last, 100) }, (_, index) => index + 1).find(
      (number) => !numbers.includes(number),
    );
    if (missing === undefined) return undefined;
    const hidden = numbers.filter((number) => number > missing);
    return {
      detail: `There is no \`[Account${missing}]\`. The menu and the dialog stop there: account ${hidden.join(', ')} cannot be chosen or edited.`,
    };
  },
});

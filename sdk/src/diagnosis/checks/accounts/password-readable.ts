import { accountCheck } from '../../check.ts';

export const passwordReadable = accountCheck({
  code: 'password-readable',
  severity: 'warning',
  title: 'A password stands in the ini in clear text',
  remedy: 'Start MicroSIP once with `microsip start`, and keep the ini and its copies from others.',
  facts: 'D.4',
  examineAccount: ({ number, password }) =>
    password === 'readable'
      ? {
          detail: `That of \`[Account${number}]\`. MicroSIP encrypts it when it next loads the account, with a key that is the same everywhere: whoever has the file can use the account.`,
        }
      : undefined,
});

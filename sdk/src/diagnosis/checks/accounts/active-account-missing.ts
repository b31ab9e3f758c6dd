import { settingsCheck } from '../../check.ts';

export const activeAccountMissing = settingsCheck({
  code: 'active-account-missing',
  severity: 'error',
  title: 'The active account does not exist',
  remedy: 'Choose one that exists: `microsip settings set accountId <number> --restart`.',
  facts: 'D.5',
  examine: ({ accounts, values: { accountId } }) => {
    if (accountId === 0 || accounts.length === 0) return undefined;
    // A section without a domain has a finding of its own.
    if (accounts.some(({ number }) => number === accountId)) return undefined;
    return {
      detail: `\`accountId\` is ${accountId}, and there is no \`[Account${accountId}]\`: MicroSIP registers nowhere.`,
      named: { number: String(accounts[0]?.number ?? 1) },
    };
  },
});

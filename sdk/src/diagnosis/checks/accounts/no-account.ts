import { settingsCheck } from '../../check.ts';

export const noAccount = settingsCheck({
  code: 'no-account',
  severity: 'warning',
  title: 'There is no account',
  remedy: 'Add an account in the menu of MicroSIP (Ctrl+M).',
  facts: 'A.6',
  examine: ({ accounts, values }) =>
    accounts.length > 0 || values.enableLocalAccount
      ? undefined
      : {
          detail:
            'MicroSIP opens its account dialog at the start, and calls go out by the local account, without any server: numbers alone reach nobody.',
        },
});

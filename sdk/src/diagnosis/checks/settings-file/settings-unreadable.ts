import { phoneCheck } from '../../check.ts';

export const settingsUnreadable = phoneCheck({
  code: 'settings-unreadable',
  severity: 'error',
  title: 'The ini cannot be read',
  remedy: 'Make <ini> a file that this user may read and write.',
  facts: 'D.1',
  examine: ({ settings }) =>
    settings.state === 'unreadable'
      ? {
          detail: settings.reason,
          named: { ini: settings.path },
        }
      : undefined,
});

import { phoneCheck } from '../../check.ts';

export const settingsDamaged = phoneCheck({
  code: 'settings-damaged',
  severity: 'error',
  title: 'The ini is damaged',
  remedy:
    'Bring back the last backup with `microsip settings undo`; without one, end MicroSIP, move the file away and start it anew.',
  facts: 'D.2',
  examine: ({ settings }) =>
    settings.state === 'damaged'
      ? {
          detail: settings.reason,
        }
      : undefined,
});

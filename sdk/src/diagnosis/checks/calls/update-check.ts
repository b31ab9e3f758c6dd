import { settingsCheck } from '../../check.ts';

export const updateCheck = settingsCheck({
  code: 'update-check',
  severity: 'note',
  title: 'An update can stop an unattended phone',
  remedy: 'Where nobody sits before it: `microsip settings set updatesInterval never --restart`.',
  facts: 'K.22',
  examine: ({ ini }) =>
    ini.get('Settings', 'updatesInterval') === 'never'
      ? undefined
      : {
          detail:
            'MicroSIP looks for updates by itself, and asks in a modal dialog what to do with one that it finds.',
        },
});

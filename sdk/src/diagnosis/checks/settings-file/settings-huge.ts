import { phoneCheck } from '../../check.ts';

export const settingsHuge = phoneCheck({
  code: 'settings-huge',
  severity: 'error',
  title: 'The ini is too large to be one',
  remedy:
    'End MicroSIP, look into the file with an editor, and take out what does not belong there, or move it away and set MicroSIP up anew.',
  facts: 'D.7',
  examine: ({ settings }) =>
    settings.state === 'huge'
      ? {
          detail: `${settings.path} has ${(settings.size / 1024 / 1024).toFixed(0)} MiB; with a full call history it has less than one. Every start of MicroSIP, also one that only hands over a command, reads it hundreds of times.`,
        }
      : undefined,
});

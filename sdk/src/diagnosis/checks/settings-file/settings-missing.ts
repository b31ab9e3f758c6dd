import { phoneCheck } from '../../check.ts';

export const settingsMissing = phoneCheck({
  code: 'settings-missing',
  severity: 'warning',
  title: 'There are no settings yet',
  remedy: 'Start it once with `microsip start`; if it has run before, name its folder with `--data-dir`.',
  facts: 'D.1',
  examine: ({ settings }) =>
    settings.state === 'missing'
      ? {
          detail: `There is no ${settings.path}: MicroSIP has not run yet, or keeps its files elsewhere.`,
        }
      : undefined,
});

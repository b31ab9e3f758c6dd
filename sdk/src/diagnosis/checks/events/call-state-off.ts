import { settingsCheck } from '../../check.ts';

export const callStateOff = settingsCheck({
  code: 'call-state-off',
  severity: 'warning',
  title: 'Nothing tells what the phone does',
  facts: 'F.3',
  examine: ({ hooks, values }, { backend }) =>
    // A simulated phone is asked itself.
    values.enableLog || hooks.length > 0 || backend === 'simulator'
      ? undefined
      : {
          detail:
            'MicroSIP answers no questions; its log is off and no event hooks are set, so calls and registration stay unknown.',
          remedy:
            'Turn the log on with `microsip log enable --restart`, or set hooks with `microsip hooks install --restart`.',
        },
});

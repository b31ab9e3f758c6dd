import { settingsCheck } from '../../check.ts';

export const callStateOff = settingsCheck({
  code: 'call-state-off',
  severity: 'warning',
  title: 'Nothing tells what the phone does',
  remedy: 'Turn the log on with `microsip log enable --restart`.',
  facts: 'F.3',
  examine: ({ hooks, values }, { backend }) => {
    // A simulated phone is asked itself.
    if (backend === 'simulator' || values.enableLog || hooks.some(({ kit }) => kit !== undefined)) {
      return undefined;
    }
    return {
      detail:
        'MicroSIP answers no questions; its log is off and the hooks of the kit are not installed, so calls and registration stay unknown.',
    };
  },
});

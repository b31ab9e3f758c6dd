import { phoneCheck } from '../../check.ts';

export const programMissing = phoneCheck({
  code: 'program-missing',
  severity: 'error',
  title: 'The program is not there',
  remedy:
    'Install MicroSIP again, or give the path of the microsip.exe that is meant: `microsip doctor --exe PATH`.',
  examine: ({ executable, program }) => {
    if (program === 'unknown') return 'unknown';
    if (program === 'present') return undefined;
    return {
      detail: `There is no file ${executable}.`,
    };
  },
});

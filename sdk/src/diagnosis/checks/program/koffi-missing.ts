import { phoneCheck } from '../../check.ts';

export const koffiMissing = phoneCheck({
  code: 'koffi-missing',
  severity: 'note',
  title: 'Each command starts MicroSIP again',
  remedy:
    'Install the kit again without leaving out optional dependencies (`--omit=optional`), or add koffi: `npm install koffi`.',
  facts: 'B',
  examine: ({ nativeWindows }) => {
    if (nativeWindows === 'unknown') return 'unknown';
    if (nativeWindows === 'present') return undefined;
    return {
      detail:
        "The package koffi, which calls Windows' own functions, is missing or does not run here. So commands cannot be " +
        'handed to the window of MicroSIP: each of them starts the program a second time, which is far slower, and ' +
        'that MicroSIP was not ready for a command is not seen.',
    };
  },
});

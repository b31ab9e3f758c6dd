import { settingsCheck } from '../../check.ts';

export const settingsAnsi = settingsCheck({
  code: 'settings-ansi',
  severity: 'note',
  title: 'The ini is in an ANSI code page',
  remedy: 'Start MicroSIP once on the machine the file was written on: `microsip start`.',
  facts: 'D.2',
  examine: ({ encoding, isAscii, path }) =>
    encoding === 'ansi' && !isAscii
      ? {
          detail: `MicroSIP converts ${path} to UTF-16 at its next start, by the code page of that machine: on another one letters with accents come out wrong.`,
        }
      : undefined,
});

import { settingsCheck } from '../../check.ts';

export const settingsUtf8 = settingsCheck({
  code: 'settings-utf8',
  severity: 'error',
  title: 'The ini is UTF-8, which MicroSIP does not know',
  remedy:
    'End MicroSIP and save the file as UTF-16 LE with a byte order mark, for example with Notepad; every change of the settings by the kit does that as well.',
  facts: 'D.2',
  examine: ({ encoding, path }) => {
    if (encoding !== 'utf-8' && encoding !== 'utf-8-bom') return undefined;
    const loss =
      encoding === 'utf-8-bom'
        ? 'its byte order mark spoils the first line, so the section that begins there is lost'
        : 'what is not ASCII comes out wrong';
    return {
      detail: `At its next start MicroSIP takes ${path} for ANSI text and rewrites it: ${loss}.`,
    };
  },
});

import type { SchemeEntry } from 'microsip-sdk/catalogue';

import { blocks, code, page, table, text } from './markdown.mts';
import { sources, traps, versionCells, versionHeads } from './version-columns.mts';

/** The page of the URL schemes: which MicroSIP understands, and which its installer registers. */
export function urlSchemesPage(schemes: readonly SchemeEntry[]): string {
  const rows = (availability: 'stripped' | 'registeredByInstaller'): string[][] =>
    schemes.map((entry) => [
      `[${code(entry.token)}](#${entry.scheme})`,
      ...versionCells(entry[availability]),
    ]);
  return page(
    {
      slug: '/reference/url-schemes',
      title: 'URL schemes',
      description: 'Which links MicroSIP understands, and which its installer makes it the handler of.',
    },
    `A link reaches MicroSIP as a command line: Windows starts \`microsip.exe\` with the whole address. MicroSIP takes one
scheme off its beginning and treats the rest as it treats any command line.`,
    '## Understood on the command line',
    table(['Scheme', ...versionHeads], rows('stripped')),
    '## Registered by the installer',
    'A portable copy registers nothing. The installers of the versions marked ? were not looked into.',
    table(['Scheme', ...versionHeads], rows('registeredByInstaller')),
    '## Scheme by scheme',
    ...schemes.map((entry) =>
      blocks(
        `### ${entry.token} {#${entry.scheme}}`,
        text(entry.effect),
        `\`\`\`text\n${entry.example}\n\`\`\``,
        traps(entry.traps),
        sources(entry.sources),
      ),
    ),
  );
}

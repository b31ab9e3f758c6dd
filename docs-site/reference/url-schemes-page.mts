import { schemes } from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { blocks, code, codeBlock, link, page } from './markdown.mts';
import { placeOf } from './places.mts';
import { basisMark, sources, topicSection, traps } from './statements.mts';
import { topicNamed } from './topic-named.mts';
import { tableByVersion, type VersionRow } from './version-columns.mts';

/** The page of the URL schemes: which MicroSIP understands, and which its installer registers. */
export function urlSchemesPage(): string {
  const rows = (availability: 'stripped' | 'registeredByInstaller'): readonly VersionRow[] =>
    schemes.map((entry) => [link(code(entry.token), placeOf.scheme(entry.scheme)), entry[availability]]);
  return page(
    {
      slug: '/reference/url-schemes',
      title: 'Protocol handlers',
      description:
        'The links that MicroSIP understands (tel:, sip:, callto:, dial:, dialpad:), which of them its installer registers, and what a link can smuggle.',
    },
    `A link reaches MicroSIP as a command line: Windows starts \`microsip.exe\` with the whole address *(inferred, as the script of the installer is not public)*. MicroSIP takes one
scheme off its beginning and treats the rest as it treats any command line, **commands included**. A page that makes
links of text from strangers hands them the phone; [the kit](/link-handlers) shows which program opens the links,
and registers a portable copy.`,
    '## Understood on the command line',
    '✓ means that the version takes the scheme off; – that it dials it along with the number.',
    tableByVersion('Scheme', rows('stripped')),
    '## Registered by the installer',
    'A portable copy registers nothing. The installers of the versions marked ? were not looked into.',
    tableByVersion('Scheme', rows('registeredByInstaller')),
    topicSection(topicNamed('links')),
    '## Scheme by scheme',
    ...schemes.map((entry) => {
      const here = placeOf.scheme(entry.scheme);
      return blocks(
        `### ${entry.token} {#${entry.scheme}}`,
        `${linkedText(entry.effect, here)}${basisMark(entry.basis)}`,
        codeBlock('text', entry.example),
        traps(entry.traps, here),
        sources(entry.sources),
      );
    }),
  );
}

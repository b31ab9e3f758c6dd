import { schemes, verifiedVersions } from 'microsip-sdk/catalogue';

import { commandingLinks } from './commanding-links.mts';
import { linkedText } from './linked-text.mts';
import { blocks, code, codeBlock, link, page } from './markdown.mts';
import { placeOf } from './places.mts';
import { basisMark, sources, topicSection, trapList, traps } from './statements.mts';
import { topicNamed } from './topic-named.mts';
import { tableByVersion, type VersionRow } from './version-columns.mts';

/** What is told once, and not again of each scheme. */
const shared = [...new Set(schemes.flatMap(({ traps: all }) => all))].filter(
  (trap) => schemes.filter(({ traps: all }) => all.includes(trap)).length > 1,
);

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
links of text from strangers hands them the phone: [what a link can smuggle](#what-a-link-can-smuggle).
[The kit](/link-handlers) shows which program opens the links, and registers a portable copy.`,
    '## Understood on the command line',
    '✓ means that the version takes the scheme off; – that it dials it along with the number.',
    tableByVersion('Scheme', rows('stripped')),
    '## Registered by the installer',
    'The program itself registers nothing, so a portable copy opens no links (inferred). The installers of the versions marked ? were not looked into.',
    tableByVersion('Scheme', rows('registeredByInstaller')),
    topicSection(topicNamed('links')),
    '## What a link can smuggle {#what-a-link-can-smuggle}',
    `Whoever writes a link writes what MicroSIP gets. No scheme is for numbers only, and no version filters anything:`,
    commandingLinks(),
    `The same in ${verifiedVersions.join(', ')}, unless the row says otherwise: so the parser was read, and so it answered, in all of
them but 3.22.3, when it was run on such texts. What was not seen is a browser handing over each of these links as it is written: it may rewrite
a link, ask first, or encode its blanks (inferred). Do not rely on that; [write and check links](/link-handlers#links-that-are-safe-to-click) so
that there is only a number in them.`,
    '## What holds for all of them {#every-scheme}',
    trapList(shared, ''),
    '## Scheme by scheme',
    ...schemes.map((entry) => {
      const here = placeOf.scheme(entry.scheme);
      return blocks(
        `### ${entry.token} {#${entry.scheme}}`,
        `${linkedText(entry.effect, here)}${basisMark(entry.basis)}`,
        codeBlock('text', entry.example),
        traps(
          entry.traps.filter((trap) => !shared.includes(trap)),
          here,
        ),
        sources(entry.sources),
      );
    }),
  );
}

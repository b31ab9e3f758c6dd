import type { KnownFinding } from 'microsip-sdk/diagnosis';

import { blocks, code, list, page, table, text } from './markdown.mts';

const severities: Readonly<Record<KnownFinding['severity'], string>> = {
  error: 'Error: something does not work, or is open to attack.',
  warning: 'Warning: something will fail or surprise sooner or later.',
  note: 'Note: as MicroSIP is, and worth knowing for who automates it.',
};

/** The page of all that `microsip doctor` looks for. */
export function doctorPage(findings: readonly KnownFinding[]): string {
  return page(
    {
      slug: '/reference/doctor',
      title: 'What doctor finds',
      description: 'Everything that microsip doctor looks for in an installation of MicroSIP.',
    },
    `\`microsip doctor\` looks at an installation, changes nothing, and says of each thing it finds how to mend it. It ends with 0 when
there is no error, with 1 when there is one, and with 3 when no MicroSIP was found. What could not be looked into is missing from
\`checked\` in the answer of \`--json\`.`,
    table(
      ['Finding', 'Severity', 'What is wrong'],
      findings.map(({ code: name, severity, title }) => [`[${code(name)}](#${name})`, severity, text(title)]),
    ),
    ...findings.map(({ code: name, facts, severity, title }) =>
      blocks(
        `## ${name} {#${name}}`,
        text(`${title}.`),
        list([severities[severity], ...(facts === undefined ? [] : [`Rests on: facts ${facts}`])]),
      ),
    ),
  );
}

import { surprises } from 'microsip-sdk/catalogue';
import { knownFindings, type KnownFinding } from 'microsip-sdk/diagnosis';

import { linkedText } from './linked-text.mts';
import { blocks, code, link, list, page, table, text } from './markdown.mts';
import { placeOf } from './places.mts';
import { cellWithNote } from './version-columns.mts';

const severities: Readonly<Record<KnownFinding['severity'], string>> = {
  error: 'Error: something does not work, or is open to attack.',
  warning: 'Warning: something will fail or surprise sooner or later.',
  note: 'Note: as MicroSIP is, and worth knowing for who automates it.',
};

/** The page of all that `microsip doctor` looks for. */
export function doctorPage(): string {
  return page(
    {
      slug: '/reference/doctor',
      title: 'What doctor finds',
      description: 'Everything that microsip doctor looks for in an installation of MicroSIP.',
    },
    `${linkedText('`microsip doctor`')} looks at an installation, changes nothing, and says of each thing it finds how to mend it, with the names of this installation where \`<key>\` and the like stand below. It ends with 0 when
there is no error, with 1 when there is one, and with 3 when no MicroSIP was found. What could not be looked into is missing from
\`checked\` in the answer of \`--json\`.`,
    table(
      ['Finding', 'What is wrong'],
      knownFindings.map(({ code: name, severity, title }) => [
        cellWithNote(link(code(name), `#${name}`), severity),
        text(title),
      ]),
    ),
    ...knownFindings.map(({ code: name, facts, remedies, severity, title }) => {
      const surprise = surprises.find((entry) => entry.facts === facts);
      return blocks(
        `## ${name} {#${name}}`,
        text(`${title}.`),
        whatToDo(remedies),
        list([
          severities[severity],
          ...(surprise === undefined
            ? []
            : [`Why: ${link(text(surprise.title), placeOf.surprise(surprise))}`]),
        ]),
      );
    }),
  );
}

function whatToDo(remedies: readonly string[]): string {
  const [only = ''] = remedies;
  if (remedies.length === 1) return `**What to do:** ${linkedText(only)}`;
  return blocks('**What to do**, by what is found:', list(remedies.map((remedy) => linkedText(remedy))));
}

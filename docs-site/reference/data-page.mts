import { catalogue, catalogueFormatVersion, catalogueSchemaId } from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { code, codeBlock, list, page } from './markdown.mts';

/** The page of what programs can read of this reference. */
export function dataPage(): string {
  const { commands, folklore, hooks, schemes, settings } = catalogue;
  return page(
    {
      slug: '/reference/data',
      title: 'The catalogue as data',
      description:
        'Everything this reference knows about MicroSIP as one JSON file with a schema, as a typed module, and as text for language models.',
    },
    `This reference is made from one catalogue: ${commands.length} commands, ${schemes.length} URL schemes, ${hooks.length} event hooks,
${settings.length} settings and ${folklore.length} claims, each with its versions, its traps and how it is known. It is there to be used:`,
    list([
      `[${code('catalogue.json')}](pathname:///catalogue.json): all of it, format ${catalogueFormatVersion}`,
      `[${code('catalogue.schema.json')}](pathname:///catalogue.schema.json): its JSON Schema, ${code(catalogueSchemaId)}`,
      `[${code('llms.txt')}](pathname:///llms.txt) and [${code('llms-full.txt')}](pathname:///llms-full.txt): the pages of this site as a list and as text, for language models`,
      `${linkedText('`microsip catalogue`')}: the same from the command`,
    ]),
    'In a program, with types, in a browser too:',
    codeBlock(
      'ts',
      `import { commandNamed, supportIn } from 'microsip-sdk/catalogue';

const reject = commandNamed('hangup-incoming');
console.log(reject.token, supportIn(reject.availability, '3.20.5')); // /hangupincoming { support: 'no', basis: 'verified' }`,
    ),
    codeBlock('bash', 'microsip catalogue --json\nmicrosip catalogue --schema'),
    `\`basis\` says how a statement is known: \`verified\` was read in the source or seen when its functions were run, \`inferred\`
follows from something else, \`field\` is what people reported who run MicroSIP. In \`availability\`, \`unknown\` means that this
version was not looked at in that place. The number of the format rises when something is taken away or renamed.`,
  );
}

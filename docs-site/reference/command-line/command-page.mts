import { folklore, surprises, type CommandEntry, type CommandMatch } from 'microsip-sdk/catalogue';
import { kitCommandFor } from 'microsip-sdk/explanation';

import { linkedText } from '../linked-text.mts';
import { blocks, code, codeBlock, link, list, page, text } from '../markdown.mts';
import { commandNames } from './command-names.mts';
import { definedCommandOf } from '../microsip-command/command-definition.mts';
import { placeOf } from '../places.mts';
import { basisMark, sources, trapList, versionNotes, versionsMark } from '../statements.mts';
import { markLegend, releaseNotes, versionTable } from '../version-columns.mts';
import { sdkCalls } from './sdk-calls.mts';
import { recipeTabs, tabImports } from './recipe-tabs.mts';

const whenNotRunning: Readonly<Record<CommandEntry['whenNotRunning'], string>> = {
  starts: 'MicroSIP starts.',
  'starts-then-handles': 'MicroSIP starts with its window, then carries the command out.',
  ends: 'Nothing: the process ends silently.',
  resets: 'Data is deleted; nothing starts.',
};

const comparisons: Readonly<Record<CommandMatch, string>> = {
  'whole-tail':
    'With the raw text behind the program name, before anything is trimmed or unquoted; capitals count.',
  exact: 'With all of the text, exactly; capitals count.',
  prefix: 'With the beginning of the text; capitals count.',
  anywhere: 'It is looked for in the whole of the text; capitals count.',
  otherwise: 'With nothing: it is what happens to all text that is no other command.',
};

/** The page of one command of MicroSIP. */
export function commandPage(command: CommandEntry): string {
  const here = placeOf.command(command.id);
  const { name, plainName } = commandNames(command);
  const use = sdkCalls[command.id];
  return page(
    {
      slug: here,
      title: `${plainName}: ${command.title}`,
      sidebar_label: plainName,
      description: `${command.title} with ${commandLineOf(command)}: effect, conditions, traps, the versions of MicroSIP that have it, and examples.`,
      // The words of its name, which in its text are run together: people look for “hangup”.
      keywords: command.id.split('-'),
    },
    `${tabImports}\nimport { TryIt } from '@site/src/playground/try-it';`,
    `# ${name}`,
    `**${text(command.title)}.** ${linkedText(command.effect, here)}${basisMark(command.basis)}`,
    codeBlock('powershell', commandLineOf(command)),
    `<p><TryIt line={${JSON.stringify(command.example)}} /></p>`,
    versionTable(command.availability),
    [
      markLegend(
        [command.availability],
        command.whenUnavailable === 'dialled'
          ? 'means that this version does not know it, and **dials** the text'
          : 'means that this version does not have it',
      ),
      ...releaseNotes(command.availability).map((note) => `It is ${note}.`),
    ].join(' '),
    '## What it takes, and what it does',
    list([
      `**Syntax:** ${code(command.syntax)}`,
      ...(command.argument === undefined
        ? []
        : [
            `**${code(`<${command.argument.name}>`)}:** ${linkedText(command.argument.description, here)} ${
              command.argument.extent === 'to-end'
                ? 'It goes to the end of the line.'
                : 'It goes to the first space.'
            }`,
          ]),
      `**Compared:** ${comparisons[command.match]}`,
      `**Needs:** ${linkedText(command.precondition, here)}`,
      // What needs nothing has no otherwise.
      ...(command.precondition.startsWith('None')
        ? []
        : [`**Otherwise:** ${linkedText(command.otherwise, here)}`]),
      `**When MicroSIP does not run:** ${whenNotRunning[command.whenNotRunning]}`,
      `**Window:** ${command.raisesWindow ? 'It is shown and takes the foreground.' : 'It stays as it is.'}`,
    ]),
    ...(command.differences.length === 0
      ? []
      : ['## Between versions', list(versionNotes(command.differences, here))]),
    ...(command.traps.length === 0 ? [] : ['## Traps', trapList(command.traps, here)]),
    '## With this kit',
    'action' in use
      ? blocks(
          'The same, checked before it is sent and refused where MicroSIP would do something else:',
          codeBlock('bash', kitLine(command)),
          codeBlock('ts', use.line),
          kitLinks(kitLine(command)),
        )
      : `${linkedText(use.reason, here)}${use.instead === undefined ? '' : ` See ${link(code(commandNames(use.instead).plainName), placeOf.command(use.instead))}.`}`,
    ...('action' in use
      ? [
          '## In other languages',
          `Complete programs that need nothing of this kit, as ${linkedText('`microsip recipe`')} prints them.${
            use.action.type === 'dial' ? '' : ' A link cannot say this safely, so none is among them.'
          }`,
          recipeTabs(use.action),
        ]
      : []),
    ...related(command, here),
    sources(command.sources),
  );
}

function commandLineOf({ example }: CommandEntry): string {
  return `microsip.exe ${example}`.trimEnd();
}

/** The command of the kit that sends the example. */
function kitLine({ example, id, token }: CommandEntry): string {
  const words = kitCommandFor(id)?.command;
  if (words === undefined) throw new RangeError(`No command of the kit sends “${id}”.`);
  return `microsip ${words.replace(/<\w+>/u, () => example.slice(token.length))}`;
}

function kitLinks(line: string): string {
  const command = definedCommandOf(line);
  return command === undefined
    ? ''
    : `All of its options: ${link(code(`microsip ${command.name}`), command.place)}.`;
}

/** What else the catalogue says about a command. */
function related(command: CommandEntry, here: string): readonly string[] {
  const surprising = surprises.filter(({ about: { commands } }) => commands?.includes(command.id));
  const claims = folklore.filter(
    ({ about, rightWay, verdict }) =>
      about === 'command-line' && verdict !== 'true' && rightWay.commands.includes(command.id),
  );
  return [
    ...(surprising.length === 0
      ? []
      : [
          '## Surprises',
          list(
            surprising.map(
              (surprise) =>
                `${link(text(surprise.title), placeOf.surprise(surprise))}${versionsMark(surprise.versions)}`,
            ),
          ),
        ]),
    ...(claims.length === 0
      ? []
      : [
          '## What people write instead',
          list(
            claims.map(
              (claim) =>
                `${linkedText(claim.claim, here)} ${link(verdictOf(claim.verdicts), placeOf.claim(claim))}`,
            ),
          ),
        ]),
  ];
}

function verdictOf(verdicts: (typeof folklore)[number]['verdicts']): string {
  const all = new Set(Object.values(verdicts));
  if (all.size > 1) return 'Not in every version';
  return all.has('false') ? 'Not so' : `Only partly so`;
}

import { kitCommands } from 'microsip-sdk/explanation';

import { exitCode } from '../../../sdk/src/cli/exit-code.ts';
import { commandNames } from '../command-line/command-names.mts';
import { linkedText } from '../linked-text.mts';
import { blocks, code, codeBlock, link, page, table, text } from '../markdown.mts';
import { placeOf, slug } from '../places.mts';
import {
  definedCommands,
  commandGroups,
  globalOptions,
  type DefinedCommand,
  type DefinedOption,
} from './command-definition.mts';

const exitMeanings: Readonly<Record<keyof typeof exitCode, string>> = {
  delivered: 'Delivered, or told. That MicroSIP took a command does not mean that it did what was asked.',
  failed: 'Anything that has no code of its own.',
  usage: 'Wrong usage, or a target that was refused.',
  notFound: 'MicroSIP was not found.',
  notRunning: 'MicroSIP does not run.',
  timedOut: 'The time was over.',
  unsupported: 'This version of MicroSIP cannot do it.',
  settings: 'Settings could not be changed safely.',
  interrupted: 'Ctrl-C ended it.',
  terminated: 'Another program ended it.',
};

/** The page of the `microsip` command as a whole. */
export function microsipCommandPage(): string {
  return page(
    {
      slug: '/reference/microsip',
      title: 'The microsip command',
      description:
        "Every command of the kit's microsip program, the options that all of them take, and what its exit codes mean.",
      sidebar_label: 'All commands',
    },
    `\`microsip\` is the command of this kit, not MicroSIP's own program: that one is \`microsip.exe\`, and takes
[other commands](/reference/command-line). It checks what it is given, sends it to the phone in the right form, and says
what is wrong where MicroSIP would be silent or dial.`,
    ...commandGroups.map((group) =>
      blocks(
        `## ${group}`,
        table(
          ['Command', 'Does'],
          definedCommands
            .filter((command) => command.group === group)
            .map(({ description, name, place }) => [
              link(code(`microsip ${name}`), place),
              text(description),
            ]),
        ),
      ),
    ),
    '## Options of every command {#options}',
    optionTable(globalOptions, ''),
    '## Exit codes {#exit-codes}',
    'Scripts can rely on them. [Errors](/reference/errors) tells which error ends with which code.',
    table(
      ['Code', 'Means'],
      Object.entries(exitMeanings).map(([name, meaning]) => [
        code(String(exitCode[name as keyof typeof exitCode])),
        meaning,
      ]),
    ),
  );
}

/** The page of the commands under one heading of the help. */
export function commandGroupPage(group: string): string {
  const members = definedCommands.filter((command) => command.group === group);
  return page(
    {
      slug: commandGroupPlace(group),
      title: `microsip: ${group}`,
      sidebar_label: group,
      description: `The commands of microsip under “${group}”: ${members.map(({ name }) => name).join(', ')}; arguments and options.`,
    },
    `Each of these takes the [options of every command](/reference/microsip#options) as well.`,
    ...members.map(section),
  );
}

export function commandGroupPlace(group: string): string {
  return `/reference/microsip/${slug(group)}`;
}

function section(command: DefinedCommand): string {
  const anchor = command.name.replaceAll(' ', '-');
  return blocks(
    `## microsip ${command.name} {#${anchor}}`,
    linkedText(`${command.description}.`, command.place),
    codeBlock('text', `microsip ${command.usage}`),
    command.arguments.length === 0
      ? ''
      : table(
          ['Argument', 'Meaning'],
          command.arguments.map(({ choices, description, name, required }) => [
            code(required ? `<${name}>` : `[${name}]`),
            [text(description), ...choicesText(choices)].filter((part) => part !== '').join('; '),
          ]),
        ),
    optionTable(command.options, `${anchor}-`),
    sends(command),
  );
}

function optionTable(options: readonly DefinedOption[], prefix: string): string {
  if (options.length === 0) return '';
  return table(
    ['Option', 'Meaning'],
    options.map(({ choices, description, flags, initially, name }) => [
      `<span id="${prefix}${name}">${code(flags)}</span>`,
      [
        text(description),
        ...choicesText(choices),
        ...(initially === undefined ? [] : [`${code(initially)} if it is left out`]),
      ].join('; '),
    ]),
  );
}

function choicesText(choices: readonly string[]): readonly string[] {
  return choices.length === 0 ? [] : [`one of ${choices.map(code).join(', ')}`];
}

/** The commands of MicroSIP that a command of the kit comes to. */
function sends({ name }: DefinedCommand): string {
  const sent = kitCommands.filter(({ command }) => command.split(' ')[0] === name);
  const ids = [...new Set(sent.map((entry) => entry.sends))];
  return ids.length === 0
    ? ''
    : `MicroSIP gets ${ids.map((id) => link(code(commandNames(id).plainName), placeOf.command(id))).join(', ')}.`;
}

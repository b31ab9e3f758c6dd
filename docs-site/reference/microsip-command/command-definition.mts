import { PassThrough } from 'node:stream';

import type { Command, Option } from 'commander';

// The command's own definition is no part of the package's public face.
import { createProgram } from '../../../sdk/src/cli/program.ts';
import { placeOf } from '../places.mts';

/** A command of the kit, as its definition says it. */
export interface DefinedCommand {
  /** As it is typed behind `microsip`, such as `settings set`. */
  readonly name: string;
  /** The heading that it stands under in the help. */
  readonly group: string;
  /** What follows `microsip`. */
  readonly usage: string;
  readonly description: string;
  readonly arguments: readonly DefinedArgument[];
  readonly options: readonly DefinedOption[];
  /** Where it stands on the site. */
  readonly place: string;
}

export interface DefinedArgument {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly choices: readonly string[];
}

export interface DefinedOption {
  readonly flags: string;
  /** Its long form without the dashes. */
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly initially: string | undefined;
}

const program = createProgram(() => Promise.resolve(), new PassThrough());

/** The options that every command takes. */
export const globalOptions: readonly DefinedOption[] = optionsOf(program);

/** Every command of the kit, in the order of its help. */
export const definedCommands: readonly DefinedCommand[] = program.commands.flatMap((command) =>
  describe(command, groupOf(command), ''),
);

/** The groups of the help, in its order. */
export const commandGroups: readonly string[] = [...new Set(definedCommands.map(({ group }) => group))];

/**
 * The command that a line such as `microsip hangup --scope all` runs.
 *
 * @returns nothing when the kit has no such command
 */
export function definedCommandOf(line: string): DefinedCommand | undefined {
  const words = line.split(' ').slice(1);
  return [words.slice(0, 2).join(' '), words[0] ?? '']
    .map((name) => definedCommands.find((command) => command.name === name))
    .find((command) => command !== undefined);
}

function describe(command: Command, group: string, family: string): readonly DefinedCommand[] {
  const name = `${family}${command.name()}`;
  return [
    {
      name,
      group,
      usage: `${name} ${command.usage()}`,
      description: command.description(),
      arguments: command.registeredArguments.map((argument) => ({
        name: argument.name(),
        required: argument.required,
        description: argument.description,
        choices: argument.argChoices ?? [],
      })),
      options: optionsOf(command),
      place: placeOf.kitCommand(group, name),
    },
    ...command.commands.flatMap((below) => describe(below, group, `${name} `)),
  ];
}

function optionsOf(command: Command): readonly DefinedOption[] {
  return command.options
    .filter(({ hidden }) => !hidden)
    .map((option: Option) => ({
      flags: option.flags,
      name: (option.long ?? option.flags).replace(/^--/u, ''),
      description: option.description,
      choices: option.argChoices ?? [],
      initially: option.defaultValueDescription,
    }));
}

function groupOf(command: Command): string {
  const group = command.helpGroup();
  return group.replace(/:$/u, '');
}

import type { CommandId } from '../../catalogue/command.ts';
import { commandNamed, commands } from '../../catalogue/commands.ts';
import type { CommandEffect } from '../command-effect.ts';
import { withoutWeightless } from '../windows-text/weightless.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { hasCommand } from './known-command.ts';
import { isSilent } from './silent-mode.ts';

/** What a starting process makes of its command line, before anything reaches an instance (facts A.2). */
export type StartingProcessOutcome =
  /** The tail is sent to the running instance as it is. */
  | { readonly outcome: 'passed-on' }
  /** The process does this and ends. */
  | { readonly outcome: 'ends'; readonly effects: readonly CommandEffect[] }
  /** The process becomes the instance; `handlesTail` says whether it then treats the tail like a passed-on one. */
  | {
      readonly outcome: 'starts';
      readonly start: Extract<CommandEffect, { readonly do: 'start' }>;
      readonly handlesTail: boolean;
    };

const ownCommands: ReadonlyMap<string, CommandId> = new Map(
  commands.filter(({ stage }) => stage === 'starting-process').map(({ id, token }) => [token, id]),
);

/** Commands of the instance for which the program does not even start (facts A.2). */
const idleWithoutInstance: ReadonlySet<string> = new Set(
  commands
    .filter(({ stage, whenNotRunning }) => stage === 'text' && whenNotRunning === 'ends')
    .map(({ token }) => token),
);

const dataFolders: readonly CommandEffect[] = [
  { do: 'deleteDir', which: 'roaming' },
  { do: 'deleteDir', which: 'local' },
];

/**
 * What a process started with this tail does by itself (facts A.2). The whole tail counts, untrimmed and unquoted.
 *
 * @example
 * ```ts
 * startingProcess(exampleContext, '/exit'); // { outcome: 'ends', effects: [{ do: 'sendExitCommand' }] }
 * startingProcess(exampleContext, '"/exit"'); // { outcome: 'passed-on' }
 * ```
 */
export function startingProcess(context: CommandLineContext, tail: string): StartingProcessOutcome {
  const words = withoutWeightless(tail);
  const known = ownCommands.get(words);
  const command = known !== undefined && hasCommand(context.version, known) ? known : undefined;
  return context.running ? besideInstance(context, command) : withoutInstance(context, command, words);
}

function besideInstance(context: CommandLineContext, command: CommandId | undefined): StartingProcessOutcome {
  switch (command) {
    case 'show-window':
      return { outcome: 'ends', effects: showMain(context) };
    case 'minimized':
    case 'hidden':
      return { outcome: 'ends', effects: [] };
    case 'exit':
      return {
        outcome: 'ends',
        effects: [context.version === '3.22.16' ? { do: 'sendExitCommand' } : { do: 'sendClose' }],
      };
    case 'reset':
    case 'reset-no-ask':
      // 3.20.5 knows the command only while no instance runs.
      return commandNamed(command).availability.verified[context.version] === 'yes'
        ? { outcome: 'ends', effects: [{ do: 'sendClose' }, ...reset(context, command)] }
        : { outcome: 'passed-on' };
    default:
      return { outcome: 'passed-on' };
  }
}

/** The window is left alone in the silent mode of 3.20.5 and 3.21.6 (facts N, A.2). */
export function showMain(context: CommandLineContext): readonly CommandEffect[] {
  return isSilent(context) ? [] : [{ do: 'showMain' }];
}

function withoutInstance(
  context: CommandLineContext,
  command: CommandId | undefined,
  words: string,
): StartingProcessOutcome {
  switch (command) {
    case 'show-window':
      return starts(context, { hidden: false, handlesTail: false });
    case 'minimized':
      return starts(context, { hidden: !context.firstRun, handlesTail: false });
    case 'hidden':
      return {
        outcome: 'starts',
        start: { do: 'start', window: 'hidden', hiddenMode: true },
        handlesTail: false,
      };
    case 'exit':
      return { outcome: 'ends', effects: [] };
    case 'reset':
    case 'reset-no-ask':
      return { outcome: 'ends', effects: reset(context, command) };
    default:
      return idleWithoutInstance.has(words)
        ? { outcome: 'ends', effects: [] }
        : starts(context, { hidden: false, handlesTail: true });
  }
}

function starts(
  context: CommandLineContext,
  how: { readonly hidden: boolean; readonly handlesTail: boolean },
): StartingProcessOutcome {
  const minimized = context.minimized && context.version !== '3.20.5' && !context.firstRun;
  return {
    outcome: 'starts',
    start: { do: 'start', window: how.hidden || minimized ? 'hidden' : 'shown' },
    handlesTail: how.handlesTail,
  };
}

function reset(context: CommandLineContext, command: 'reset' | 'reset-no-ask'): readonly CommandEffect[] {
  if (context.version === '3.20.5') return [{ do: 'deleteIni' }, ...dataFolders];
  if (command === 'reset-no-ask') return dataFolders;
  return context.answerYes ? [{ do: 'ask' }, { do: 'ask' }, ...dataFolders] : [{ do: 'ask' }];
}

import { CommanderError, type Command } from 'commander';
import { MicroSipError } from '../microsip-error.ts';
import type { CommandContext } from './command-context.ts';
import { exitCode } from './exit-code.ts';
import type { GlobalOptions } from './global-options.ts';
import { noteStep } from './output/discovery-text.ts';
import { Terminal, type OutputStreams } from './output/terminal.ts';
import { createProgram } from './program.ts';

/** What surrounds a command: the process, or a test. */
export interface CommandSurroundings extends OutputStreams {
  /** Aborts when the user ends the command. */
  readonly signal: AbortSignal;
}

/**
 * Runs one command line of the kit.
 *
 * @param words - the arguments after `microsip`
 * @returns the exit code; nothing is thrown, what went wrong was said
 */
export async function runCommandLine(
  words: readonly string[],
  surroundings: CommandSurroundings,
): Promise<number> {
  const options = new Set(words.slice(0, words.includes('--') ? words.indexOf('--') : undefined));
  // An error in the options must be reported in the form they ask for, so these two are looked for beforehand.
  const terminal = new Terminal(surroundings, {
    json: options.has('--json'),
    verbose: options.has('--verbose'),
  });
  let result: number | undefined;
  const program = createProgram(async (command, run) => {
    const context: CommandContext = {
      terminal,
      options: {
        ...command.optsWithGlobals<GlobalOptions>(),
        ...(terminal.verbose && { onStep: (step) => noteStep(terminal, step) }),
      },
      signal: surroundings.signal,
    };
    result = await run(context);
  }, surroundings.stdout);

  try {
    if (options.has('--version')) {
      const { printVersion } = await import('./version.ts');
      printVersion(terminal);
      return exitCode.delivered;
    }
    if (words.length === 0 || options.has('--help') || options.has('-h') || options.has('help')) {
      const { addCatalogueHelp } = await import('./help/catalogue-help.ts');
      addCatalogueHelp(program);
    }
    await program.parseAsync([...withHelpOption(words)], { from: 'user' });
    return result ?? exitCode.delivered;
  } catch (error) {
    return await reportFailure(error, { program, terminal, signal: surroundings.signal });
  }
}

/** Commander's `help` takes the name of one command: `help simulator run` is `simulator run --help`. */
function withHelpOption(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => !word.startsWith('-'));
  return words[0] === 'help' && names.length > 2 ? [...words.slice(1), '--help'] : words;
}

async function reportFailure(
  error: unknown,
  { program, terminal, signal }: { program: Command; terminal: Terminal; signal: AbortSignal },
): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.delivered;
  // Who ended the command knows that it was cancelled, but not what else became of it: of a phone that is not back.
  if (signal.aborted && !(error instanceof MicroSipError && error.code !== 'CANCELLED'))
    return exitCode.interrupted;

  const { reportError } = await import('./output/report-error.ts');
  if (!(error instanceof CommanderError)) {
    const code = reportError(terminal, error);
    return signal.aborted ? exitCode.interrupted : code;
  }
  const { usageError } = await import('./help/usage-error.ts');
  return reportError(terminal, usageError(program, error));
}

import type { Command, CommanderError } from 'commander';
import { adviceText, headline } from '../../explanation/explanation-text.ts';
import { explainCommandLine } from '../../explanation/explain-command-line.ts';
import { rawCommandLine } from '../../explanation/raw-command-line.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { GlobalOptions } from '../global-options.ts';

/**
 * What to tell somebody whose words the kit's command does not understand. Many arrive with command lines of
 * `microsip.exe`, real or imagined: these are explained.
 */
export function usageError(program: Command, error: CommanderError): MicroSipError {
  const words = program.args;
  if (error.code === 'commander.help') {
    return new MicroSipError('INVALID_ARGUMENT', 'A command is missing. `microsip --help` lists them.', {
      cause: error,
    });
  }
  const isCommandLine = program.commands.every((command) => command.name() !== words[0]);
  const atProgram = error.code === 'commander.unknownCommand' || error.code === 'commander.unknownOption';
  if (!atProgram || !isCommandLine) return usage(capitalised(error.message), error);

  const { tail } = rawCommandLine(words);
  const explanation = explainCommandLine(tail, {
    version: program.opts<GlobalOptions>().microsipVersion,
  });
  const advice = explanation.advice.map((one) => `You probably mean: ${adviceText(one)}`);
  // Commander's own suggestion is about the kit's commands; it helps with a slip of the keyboard.
  const similar = /\(Did you mean (?<command>[^)]+)\?\)/u.exec(error.message)?.groups?.['command'];
  return usage(
    [
      `The kit has no command “${tail}”${similar === undefined ? '' : `; did you mean “${similar}”?`}`,
      headline(explanation),
      ...advice,
      `\`microsip explain -- ${tail}\` says more.`,
    ].join('\n'),
    error,
  );
}

function usage(message: string, cause: Error): MicroSipError {
  return new MicroSipError('INVALID_ARGUMENT', message, { cause });
}

/** Commander writes `error: unknown option '--x'` and its suggestion on a line of its own. */
function capitalised(message: string): string {
  const text = message.replace(/^error: /u, '').replaceAll('\n', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/u.test(text) ? '' : '.'}`;
}

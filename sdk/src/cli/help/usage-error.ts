import type { Command, CommanderError } from 'commander';
import leven from 'leven';
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
    if (words[0] === 'help') {
      return usage(`There is no command “${words[1] ?? ''}”. \`microsip --help\` lists them.`, error);
    }
    const group = words.length === 0 ? 'microsip' : `microsip ${words[0] ?? ''}`;
    return usage(`A command is missing. \`${group} --help\` lists them.`, error);
  }
  if (words[0] === '-v' || words[0] === '-V') {
    return usage(`There is no option “${words[0]}”. Did you mean \`microsip --version\`?`, error);
  }
  const isUnknown = error.code === 'commander.unknownCommand' || error.code === 'commander.unknownOption';
  if (error.code === 'commander.missingArgument') {
    return usage(withHelp(program, sentence(error.message)), error);
  }
  if (!isUnknown) return usage(sentence(error.message), error);
  if (program.commands.some((command) => command.name() === words[0])) {
    return usage(withSimilarOption(program, sentence(error.message)), error);
  }
  const similar = /\(Did you mean (?<name>[^)]+)\?\)/u.exec(error.message)?.groups?.['name'];
  if (similar !== undefined) {
    const kind = similar.startsWith('-') ? 'option' : 'command';
    return usage(`There is no ${kind} “${words[0] ?? ''}”. Did you mean \`microsip ${similar}\`?`, error);
  }
  return usage(
    microSipText(rawCommandLine(words).tail, program.opts<GlobalOptions>().microsipVersion),
    error,
  );
}

/** What MicroSIP would make of the words, and how the kit says what they were meant to say. */
function microSipText(tail: string, version: string | undefined): string {
  const explanation = explainCommandLine(tail, { version });
  return [
    `“${tail}” is no command of the kit.`,
    headline(explanation),
    ...explanation.advice.map(
      (one) => `${explanation.misunderstood ? 'You probably mean' : 'With the kit'}: ${adviceText(one)}`,
    ),
    `\`microsip explain -- ${tail}\` says more.`,
  ].join('\n');
}

/** Commander looks for similar options only where it was not told to let unknown ones pass. */
function withSimilarOption(program: Command, message: string): string {
  const unknown = /“(?<flag>--[^”]+)”/u.exec(message)?.groups?.['flag'];
  if (message.includes('Did you mean')) return message;
  if (unknown === undefined) return withHelp(program, message);
  const command = program.commands.find((candidate) => candidate.name() === program.args[0]);
  const similar = [...program.options, ...(command?.options ?? [])]
    .map(({ long }) => long ?? '')
    .find((long) => leven(long, unknown) <= 2);
  return similar === undefined ? withHelp(program, message) : `${message} Did you mean ${similar}?`;
}

/** Where it stands what the command takes. */
function withHelp(program: Command, message: string): string {
  const [name, inner] = program.args;
  const command = program.commands.find((candidate) => candidate.name() === name);
  const path = command?.commands.some((one) => one.name() === inner) ? `${name} ${inner}` : name;
  return `${message} \`microsip ${path} --help\` shows what it takes.`;
}

function usage(message: string, cause: Error): MicroSipError {
  return new MicroSipError('INVALID_ARGUMENT', message, { cause });
}

/** Commander writes `error: unknown option '--x'`, and its suggestion on a line of its own. */
function sentence(message: string): string {
  const [first = '', ...rest] = message
    .replace(/^error: /u, '')
    .replaceAll(/'(?<quoted>[^']*)'/gu, '“$<quoted>”')
    .split('\n');
  const text = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  return [
    /[.?]$/u.test(text) ? text : `${text}.`,
    ...rest.map((line) => line.replace(/^\((?<inside>.*)\)$/u, '$<inside>')),
  ].join(' ');
}

import { MicroSipError } from '../microsip-error.ts';

/**
 * Quotes one argument so that `CommandLineToArgvW` gives it back unchanged.
 *
 * MicroSIP itself reads the raw text behind the program and takes off one outer pair of quotes (facts A.1), which comes
 * to the same for everything the kit sends: it never contains a quotation mark.
 *
 * @example
 * ```ts
 * quoteWindowsArgument('+14155552671'); // +14155552671
 * quoteWindowsArgument('C:\\My Phone\\'); // "C:\My Phone\\"
 * ```
 */
export function quoteWindowsArgument(argument: string): string {
  refuseNul(argument);
  if (argument !== '' && !/[ \t"]/u.test(argument)) return argument;
  // Backslashes are literal unless a quotation mark follows, the closing one included.
  const escaped = argument.replace(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1');
  return `"${escaped}"`;
}

/**
 * Quotes the program at the beginning of a command line. Windows knows no escape there: the name ends at the next
 * quotation mark, or unquoted at the next blank.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for a name that cannot stand there
 */
export function quoteWindowsProgram(file: string): string {
  refuseNul(file);
  if (file === '' || file.includes('"')) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `A Windows command line cannot start ${JSON.stringify(file)}: give a path without quotation marks.`,
    );
  }
  return /[ \t]/u.test(file) ? `"${file}"` : file;
}

function refuseNul(text: string): void {
  if (text.includes('\0')) {
    throw new MicroSipError('INVALID_ARGUMENT', 'A command line ends at a NUL character: leave it out.');
  }
}

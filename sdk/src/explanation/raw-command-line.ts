/** A command line as MicroSIP gets it. */
export interface RawCommandLine {
  /** The text after the program's name. Windows strips blanks and tabs in front of it. */
  readonly tail: string;
  /** The program's name, if the words began with it. */
  readonly program?: string;
}

/**
 * The command line that a shell's words make: joined by one blank, without the program's name in front.
 *
 * @example
 * ```ts
 * rawCommandLine(['microsip.exe', '-hangup']); // { tail: '-hangup', program: 'microsip.exe' }
 * ```
 */
export function rawCommandLine(words: readonly string[]): RawCommandLine {
  const [first = '', ...rest] = words;
  // The shell has taken the quotes off `"C:\Program Files\MicroSIP\microsip.exe"`, so its blanks are inside the word.
  if (wholeWordIsProgram.test(first)) return { tail: withoutLeadingBlanks(rest.join(' ')), program: first };

  const text = withoutLeadingBlanks(words.join(' '));
  const program = textBeginsWithProgram.exec(text)?.groups?.['program'];
  if (program === undefined) return { tail: text };
  return {
    tail: withoutLeadingBlanks(text.slice(program.length)),
    program: program.replaceAll('"', ''),
  };
}

const wholeWordIsProgram = /^(?:[^"]*[\\/])?microsip(?:\.exe)?$/iu;
const textBeginsWithProgram =
  /^(?<program>"(?:[^"]*[\\/])?microsip(?:\.exe)?"|[a-z]:\\[^"]*?\\microsip\.exe|(?:[^\s"]*[\\/])?microsip\.exe|microsip)(?:[ \t]|$)/iu;

function withoutLeadingBlanks(text: string): string {
  return text.replace(/^[ \t]+/u, '');
}

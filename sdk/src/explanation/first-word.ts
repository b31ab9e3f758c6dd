/** A command line as people mean it: a word, and what it is about. */
export interface FirstWord {
  /** With its marks, such as `/` and `msip:`. */
  readonly word: string;
  /** What stands behind it and the blanks, colons, equals signs or underscores after it. */
  readonly rest: string;
}

/**
 * The first word of a command line.
 *
 * @example
 * ```ts
 * firstWord('/i:phone2.ini'); // { word: '/i', rest: 'phone2.ini' }
 * ```
 */
export function firstWord(commandLine: string): FirstWord {
  const text = commandLine
    .trim()
    .replace(/^"(?<inside>.*)"$/su, '$<inside>')
    .trim();
  const groups = /^(?<word>(?:msip:)?[-/]*[^\s:=_]*)[\s:=_]*(?<rest>.*)$/isu.exec(text)?.groups;
  return { word: groups?.['word'] ?? text, rest: groups?.['rest'] ?? '' };
}

/** Whether a command line is written like an option, with which no number begins. */
export function looksLikeFlag(commandLine: string): boolean {
  return /^"?(?:--?|\/)[a-z?]/iu.test(commandLine);
}

/** Whether a command line is written like a command: like an option, with MicroSIP's prefix, or as a single word. */
export function looksLikeCommand(commandLine: string): boolean {
  return /^"?(?:[-/]|msip:)|^[a-z]+$/iu.test(commandLine);
}

/**
 * Characters that act on a terminal or hide in it instead of being seen: controls (escape sequences, new lines),
 * format characters (bidirectional overrides, zero width), lone surrogates, line and paragraph separators.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text of unknown origin in a form that a terminal shows and does not obey: each unseen character becomes its
 * escape, so that what was sent can be read.
 */
export function escapeForTerminal(text: string): string {
  return text.replace(unseen, (character) => {
    if (character === '\n') return String.raw`\n`;
    if (character === '\r') return String.raw`\r`;
    if (character === '\t') return String.raw`\t`;
    return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
  });
}

/** JSON on one line, with unseen characters escaped as JSON allows: the value is the same, and a terminal shows it. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

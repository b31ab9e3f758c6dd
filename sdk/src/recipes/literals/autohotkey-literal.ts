/**
 * A text as an AutoHotkey v2 expression: ASCII only. A semicolon could begin a comment, and two colons make a line a
 * hotkey before anything else of it is looked at.
 *
 * @see AutoHotkey v2, Escape Sequences; Hotkeys
 */
export function autohotkeyLiteral(text: string): string {
  const parts = text.match(/(?:(?<!:):|[ -9;-~])+|:|[^ -~]/gu) ?? [''];
  const terms = parts.map((part, index) =>
    /^[ -~]*$/u.test(part) && !(part === ':' && index > 0)
      ? `"${part.replaceAll(/[`";]/gu, '`$&')}"`
      : `Chr(0x${(part.codePointAt(0) ?? 0).toString(16).toUpperCase()})`,
  );
  return terms.join(' ');
}

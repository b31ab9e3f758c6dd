import { limits } from '../catalogue/limits.ts';

/**
 * What the Windows profile functions return for the text after `=` in an ini file: without outer blanks and without
 * one pair of outer quotes, cut at the length of the caller's buffer (facts C.4, D.4).
 *
 * @param text - the text after `=`, without its line end
 * @param limit - characters the caller has room for; MicroSIP reads most values with 255, account texts with 1040
 * @example
 * ```ts
 * profileValue(' "C:\\ev.exe" '); // C:\ev.exe
 * profileValue('"C:\\My Tools\\ev.exe" end'); // unchanged: it does not end with a quote
 * ```
 */
export function profileValue(text: string, limit: number = limits.settingCharacters.value): string {
  const trimmed = untilNul(trimBlanks(text));
  return (isQuoted(trimmed) ? trimmed.slice(1, -1) : trimmed).slice(0, limit);
}

/**
 * The text to be written after `=` so that the profile functions return a value as it is: in quotes, which they strip,
 * where they would strip quotes or blanks of the value itself (facts C.4).
 *
 * @example
 * ```ts
 * profileText('C:\\ev.exe'); // C:\ev.exe
 * profileText('"C:\\My Tools\\ev.exe"'); // ""C:\My Tools\ev.exe""
 * ```
 */
export function profileText(value: string): string {
  return isQuoted(value) || trimBlanks(value) !== value ? `"${value}"` : value;
}

/** Removes what the profile functions take for blanks; `trim` would also take a no-break space away. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether the profile functions take a character for a blank; the old mark of a file's end, Ctrl-Z, is one as well. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x1a;
}

/** The profile functions hand out texts that end at the first NUL. */
export function untilNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul === -1 ? text : text.slice(0, nul);
}

function isQuoted(text: string): boolean {
  const first = text.charAt(0);
  return text.length > 1 && (first === '"' || first === "'") && text.endsWith(first);
}

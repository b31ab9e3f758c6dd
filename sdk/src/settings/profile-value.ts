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
  const trimmed = trimBlanks(text);
  const first = trimmed.charAt(0);
  const quoted = trimmed.length > 1 && (first === '"' || first === "'") && trimmed.endsWith(first);
  return (quoted ? trimmed.slice(1, -1) : trimmed).slice(0, limit);
}

/** Removes what the profile functions take for blanks; `trim` would also take a no-break space away. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

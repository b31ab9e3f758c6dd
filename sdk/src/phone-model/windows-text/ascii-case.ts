/**
 * A text with A–Z in lower case and everything else as it is: `toLowerCase` would take the Kelvin sign for a `k`.
 */
export function foldAsciiCase(text: string): string {
  return text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

/** Whether a text begins with a prefix, whatever the case of its ASCII letters. */
export function startsWithIgnoringCase(text: string, prefix: string): boolean {
  return foldAsciiCase(text.slice(0, prefix.length)) === foldAsciiCase(prefix);
}

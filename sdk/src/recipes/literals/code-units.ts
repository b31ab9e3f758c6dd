/** Whether a character is printable ASCII: the same in every encoding that a source file may be read in. */
export function isPrintableAscii(character: string): boolean {
  return /^[ -~]$/u.test(character);
}

/** The UTF-16 code units of a text, each in four hexadecimal digits. */
export function hexCodeUnits(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  );
}

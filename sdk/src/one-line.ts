/**
 * Text that stays within its line of a file, whoever wrote it: line breaks and other control characters become blanks,
 * and halves of characters, which would make the whole file unreadable, U+FFFD.
 */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these characters are replaced
  return text.replace(/[\u0000-\u001F\u007F]/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Letters that no decomposition turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const plainText = /^[\0-\x7f]*$/u;

/** A text for comparisons: without case, diacritics and characters that are not seen. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (plainText.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => plainLetters[letter] ?? letter);
}

/** The words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether every word of the search begins a word of the name, in any order, case and diacritics ignored.
 *
 * @example
 * ```ts
 * nameMatches('lovel ada', 'Ada King, Countess of Lovelace'); // true
 * ```
 */
export function nameMatches(search: string, name: string): boolean {
  return nameMatcher(search)(name);
}

/** {@link nameMatches} for one search and many names. */
export function nameMatcher(search: string): (name: string) => boolean {
  const wanted = wordsOf(search);
  if (wanted.length === 0) return () => false;
  return (name) => {
    const words = wordsOf(name);
    return wanted.every((word) => words.some((known) => known.startsWith(word)));
  };
}

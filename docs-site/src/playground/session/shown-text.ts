// Control characters, those that set a writing direction or have no width, and halves of characters.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;

/** How much of a text is shown; nobody reads more of a command line or a caller's name. */
const longestShown = 600;

/** What is left of both ends of a longer one: what is said about a quoted text stands behind it. */
const shownEnd = 200;

/**
 * Text as it is shown: what cannot be seen, or would change how the text around it reads, is named by its code point,
 * and the middle of a very long text is left out.
 *
 * @example
 * ```ts
 * shownText('101\u202E501'); // '101⟨U+202E⟩501'
 * ```
 */
export function shownText(text: string): string {
  const characters =
    text.length > longestShown ? `${text.slice(0, shownEnd)} … ${text.slice(-shownEnd)}` : text;
  return characters.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

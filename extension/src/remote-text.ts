/** Longer than any number, short enough for the status bar. */
const longest = 32;

/**
 * Text from a far end, for a status bar: on one line, cut to length, and without what VS Code or a terminal would
 * take for an icon (`$(…)`), a control or a change of the writing direction.
 */
export function remoteText(text: string): string {
  const harmless = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll('$(', '$ (')
    .trim();
  const characters = Array.from(harmless);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : harmless;
}

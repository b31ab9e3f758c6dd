/** Longer than any name or address that somebody has to read. */
const longest = 256;

/**
 * Data for a language model, as JSON. Texts in it come from far ends and files: they are cut to length, and lose what
 * no reader sees, in which orders to a model can be hidden (controls, tags, variation selectors).
 */
export function machineReadable(data: unknown): string {
  return JSON.stringify(
    data,
    (_key, value: unknown) => (typeof value === 'string' ? visibleText(value) : value),
    2,
  );
}

function visibleText(text: string): string {
  // Only what can be kept is looked at: a text may be as long as a SIP message.
  const visible = text
    .slice(0, 4 * longest)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{C}\p{Variation_Selector}\u2028\u2029]/gu, '')
    .trim();
  const characters = Array.from(visible);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : visible;
}

/** A hover has room for the longest address that means anything. In characters. */
export const hoverLength = 200;

/** Parts of a line that are there. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

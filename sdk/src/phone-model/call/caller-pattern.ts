import type { VerifiedVersion } from '../../catalogue/version.ts';

/**
 * Whether a caller is in `autoAnswerNumber` (facts G). 3.20.5 compares the whole value; later versions take a list
 * divided by `;` or `|`, in which `*` is any text, `?` any character, and the character after `^` may be missing.
 *
 * @param user the caller's SIP user part.
 */
export function isListedCaller(version: VerifiedVersion, list: string, user: string): boolean {
  if (list === '') return true;
  if (version === '3.20.5') return list === user;
  return list
    .split(/[;|]/u)
    .map((pattern) => pattern.trim())
    .some((pattern) => pattern !== '' && matchesPattern(pattern, user));
}

/**
 * Whether a text matches a pattern as a whole: `*` is any text, `?` any character, and the character after `^` may be
 * missing. It remembers every place of the pattern that can be reached, so that no pattern takes long.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = partsOf(pattern);
  let reached = reachable(parts, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const place of reached) {
      const part = parts[place];
      if (part === undefined) continue;
      if (part.any === 'text') next.add(place);
      else if (part.any === 'character' || part.character === character) next.add(place + 1);
    }
    reached = reachable(parts, next);
  }
  return reached.has(parts.length);
}

interface PatternPart {
  readonly any: 'text' | 'character' | 'none';
  readonly character: string;
  readonly optional: boolean;
}

function partsOf(pattern: string): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  let optional = false;
  for (const character of pattern) {
    if (character === '^' && !optional) {
      optional = true;
      continue;
    }
    const any = character === '*' ? 'text' : character === '?' ? 'character' : 'none';
    parts.push({ any, character, optional: optional || any === 'text' });
    optional = false;
  }
  return parts;
}

/** Adds the places behind parts that may be left out. */
function reachable(parts: readonly PatternPart[], places: Set<number>): Set<number> {
  for (const place of places) {
    if (parts[place]?.optional === true) places.add(place + 1);
  }
  return places;
}

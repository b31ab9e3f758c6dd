import type { VerifiedVersion } from '../../catalogue/version.ts';

const dialledCharacters = /^[\d*#.\-()/ ]*$/u;

/**
 * Whether a text is "PSTN-like": digits and the characters people write between them, or anything that begins with a
 * plus, letters included. 3.22.16 asks for four characters (facts A.7).
 */
export function isTelephoneNumber(version: VerifiedVersion, text: string): boolean {
  if (version === '3.22.16' && text.length < 4) return false;
  return text.startsWith('+') || dialledCharacters.test(text);
}

/** A telephone number without what people write between its digits. */
export function withoutSeparators(number: string): string {
  return number.replace(/[.\-()/ ]/gu, '');
}

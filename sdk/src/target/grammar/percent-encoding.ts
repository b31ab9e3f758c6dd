import { refuseUnreadable } from '../readable-text.ts';
import { quoted, refuse } from '../target-refused-error.ts';
import { isOf, UNRESERVED } from './character-class.ts';

/** Decodes `%XX` as UTF-8, and refuses what is none. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    return refuse(
      'percent-encoding',
      `${quoted(text)} has a “%” that is not followed by the two hexadecimal digits of a UTF-8 byte. Write the character itself, or “%25” for a percent sign.`,
    );
  }
  refuseUnreadable(decoded);
  return decoded;
}

/**
 * The one spelling of a percent-encoded part of a SIP URI: what needs no encoding has none. MicroSIP itself decodes
 * only `%20` and `%2B`, and 3.20.5 not even these (facts A.6), so neither may be left.
 */
export function percentNormalised(part: string): string {
  if (!part.includes('%')) return part;
  const decoded = percentDecoded(part);
  if (decoded.includes(' ')) {
    refuse(
      'space',
      `${quoted(part)} has a blank as “%20”. MicroSIP turns it into a blank and takes the address apart there. Leave it out.`,
    );
  }
  return part.replaceAll(/%([0-9A-Fa-f]{2})/gu, (_escape, hexadecimal: string) => {
    const code = Number.parseInt(hexadecimal, 16);
    const character = String.fromCharCode(code);
    return character === '+' || isOf(code, UNRESERVED) ? character : `%${hexadecimal.toUpperCase()}`;
  });
}

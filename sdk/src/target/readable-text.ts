import { refuse } from './target-refused-error.ts';

/** Plenty for an address; from 850 on, MicroSIP's SIP library fails (facts N). */
export const maximumLength = 256;

/** Marks that only set a writing direction and that telephone directories and chat programs put around numbers. */
const leadingDirectionMarks = /^[\u200E\u200F\u061C\u202A\u202D\u2066\u2068]+/u;
const trailingDirectionMarks = /[\u200E\u200F\u061C\u202C\u2069]+$/u;

/** Decimal digits of every script, and what typography makes of `+ - . / ( ) * # ,` and the blank. */
const typographic = /\p{Nd}|[＋‐‑‒–—―−－．／（）＊＃，]|\p{Zs}/gu;

/**
 * Reads what a person wrote or pasted: trims blanks and direction marks at both ends and refuses what cannot be
 * seen. Inside, nothing is stripped: MicroSIP's comparison of commands skips characters without weight (facts N),
 * so a text with such characters is not what it looks like.
 */
export function readableText(input: string): string {
  if (input.length > maximumLength) refuseLength(input.length);
  if (isPrintableAscii(input)) return input.trim();

  const text = withoutDirectionMarks(input);
  refuseUnreadable(text);
  return text;
}

/** Refuses what is too long for MicroSIP. */
export function refuseLength(length: number): never {
  return refuse(
    'too-long',
    `The target has ${length} characters; at most ${maximumLength} are dialled. Write the number or address alone.`,
  );
}

/** Writes digits of every script as `0`–`9`, and dashes, blanks and full-width signs as the plain ones. */
export function plainTypography(text: string): string {
  if (isPrintableAscii(text)) return text;
  return text.replaceAll(typographic, (character) => plainCharacter(character)).trim();
}

/** Refuses control characters, and characters that are invisible or have no weight. */
export function refuseUnreadable(text: string): void {
  const control = /\p{Cc}|\p{Zl}|\p{Zp}/u.exec(text);
  if (control !== null) {
    refuse(
      'control-character',
      `The target holds the control character ${codePoint(control[0])}, such as a line break or a tab. Write one number or address on one line.`,
    );
  }
  const invisible = /\p{Cf}|\p{Cs}|\p{Co}|\p{Default_Ignorable_Code_Point}/u.exec(text);
  if (invisible !== null) {
    refuse(
      'invisible-character',
      `The target holds the invisible character ${codePoint(invisible[0])}, so it is not what it looks like. Type it instead of pasting it.`,
    );
  }
}

function withoutDirectionMarks(input: string): string {
  let text = input;
  for (;;) {
    const bare = text
      .replace(/^\p{Zs}+/u, '')
      .replace(/\p{Zs}+$/u, '')
      .replace(leadingDirectionMarks, '')
      .replace(trailingDirectionMarks, '');
    if (bare === text) return text;
    text = bare;
  }
}

function isPrintableAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (/\p{Zs}/u.test(character)) return ' ';
  if (/\p{Nd}/u.test(character)) return String(digitValue(code));
  return code > 0xff00 ? String.fromCharCode(code - 0xfee0) : '-';
}

/** Unicode keeps the ten digits of a script together, in order; some scripts follow each other without a gap. */
function digitValue(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

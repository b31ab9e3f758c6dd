import { MicroSipError } from '../../microsip-error.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The text that an attribute's value stands for. Only XML's own five names are known: names that a document defines
 * are what makes a small file fill the memory. Anything else with `&` stays as it is.
 */
export function textOfValue(value: string): string {
  return value
    .replaceAll(/\r\n|[\t\n\r]/gu, ' ')
    .replaceAll(/&(#\d{1,7}|#x[\dA-Fa-f]{1,6}|[a-z]{2,4});/gu, (reference, content: string) => {
      if (!content.startsWith('#')) return named[content] ?? reference;
      const code = content.startsWith('#x')
        ? Number.parseInt(content.slice(2), 16)
        : Number.parseInt(content.slice(1), 10);
      return isCharacter(code) ? String.fromCodePoint(code) : reference;
    });
}

/**
 * A text as an attribute's value between double quotes.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for characters that XML does not have
 */
export function valueOfText(text: string): string {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isCharacter(code)) continue;
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(text)} has the character U+${code.toString(16).toUpperCase().padStart(4, '0')}, which cannot ` +
        'stand in Contacts.xml; leave it out.',
    );
  }
  return text.replaceAll(/[&<>"\t\n\r]/gu, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The characters of XML 1.0. */
function isCharacter(code: number): boolean {
  return (
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x1_0000 && code <= 0x10_ffff)
  );
}

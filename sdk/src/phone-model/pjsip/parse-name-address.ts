import { toByteText } from './byte-text.ts';
import { parseUri } from './parse-uri.ts';
import type { NameAddress } from './pjsip-uri.ts';
import { AddressSyntaxError, Scanner } from './scanner.ts';

/** Where an address stands, which decides whom its parameters belong to. */
export type AddressPlace = 'request' | 'from-header';

/**
 * Reads an address as PJSIP 2.15.1 does, display name included; the whole text must be one.
 *
 * @returns nothing where PJSIP gives up.
 */
export function parseNameAddress(text: string, place: AddressPlace): NameAddress | undefined {
  return parseWith(text, (scanner) => {
    const address = parseAtCursor(scanner, place);
    return scanner.atEnd || scanner.atLineEnd ? address : undefined;
  });
}

/** Reads the value of a From or To header: an address, and parameters of the header such as `;tag=…`. */
export function parseFromHeader(value: string): NameAddress | undefined {
  return parseWith(value, (scanner) => {
    const address = parseAtCursor(scanner, 'from-header');
    scanner.skipBlanks();
    return scanner.atEnd || scanner.atLineEnd || scanner.isAt(';') ? address : undefined;
  });
}

function parseWith<Result>(
  text: string,
  parse: (scanner: Scanner) => Result | undefined,
): Result | undefined {
  const scanner = new Scanner(toByteText(text));
  try {
    scanner.skipBlanks();
    return parse(scanner);
  } catch (error) {
    if (error instanceof AddressSyntaxError) return undefined;
    throw error;
  }
}

function parseAtCursor(scanner: Scanner, place: AddressPlace): NameAddress {
  const quoted = scanner.isAt('"');
  if (!quoted && !scanner.isAt('<') && scanner.peekUntil(':\r\n<').stop === ':') {
    return { name: '', uri: parseUri(scanner, place === 'request') };
  }
  const name = quoted ? scanner.takeQuoted() : trimBlanks(parsePlainName(scanner));
  scanner.skipBlanks();
  if (!scanner.isAt('<')) {
    if (name !== '') throw new AddressSyntaxError();
    return { name, uri: parseUri(scanner, true) };
  }
  scanner.takeOne();
  const uri = parseUri(scanner, true);
  scanner.expect('>');
  return { name, uri };
}

function parsePlainName(scanner: Scanner): string {
  return !scanner.isAt('<') && scanner.peekUntil(':\r\n<').stop === '<' ? scanner.takeUntil('<') : '';
}

function trimBlanks(name: string): string {
  return name.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
}

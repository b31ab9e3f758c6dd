import { foldAsciiCase } from '../windows-text/ascii-case.ts';
import { unescapeBytes } from './byte-text.ts';
import {
  digit,
  header,
  host,
  otherContent,
  parameter,
  password,
  readTelParameterValue,
  readUser,
  telNumber,
  token,
  type CharacterClass,
} from './character-class.ts';
import type { OtherUri, PjsipUri, SipUri, TelUri, UriParameter } from './pjsip-uri.ts';
import { AddressSyntaxError, type Scanner } from './scanner.ts';

const highestPort = 65_535;
const highestTtl = 255;

/**
 * Reads one address at the cursor. Without brackets around it the parameters in a From or To header are those of the
 * header, so `withParameters` is false there.
 */
export function parseUri(scanner: Scanner, withParameters: boolean): PjsipUri {
  const scheme = scanner.take(token);
  scanner.expect(':');
  switch (foldAsciiCase(scheme)) {
    case 'sip':
      return parseSipUri(scanner, 'sip', withParameters);
    case 'sips':
      return parseSipUri(scanner, 'sips', withParameters);
    case 'tel':
      return parseTelUri(scanner, withParameters);
    default:
      return { kind: 'other', scheme, content: scanner.take(otherContent) } satisfies OtherUri;
  }
}

function parseSipUri(scanner: Scanner, scheme: SipUri['scheme'], withParameters: boolean): SipUri {
  const { user, userPassword } =
    scanner.peekUntil('@ \n>').stop === '@' ? parseUser(scanner) : { user: '', userPassword: '' };
  const uriHost = parseHost(scanner);
  const port = parsePort(scanner);
  const parameters = withParameters ? parseParameters(scanner, ';', ';', parameter) : [];
  if (!parameters.every(isAcceptable)) throw new AddressSyntaxError();
  const headers = withParameters ? parseParameters(scanner, '?', '&', header) : [];
  scanner.skipBlanks();
  return { kind: 'sip', scheme, user, password: userPassword, host: uriHost, port, parameters, headers };
}

function parseUser(scanner: Scanner): { readonly user: string; readonly userPassword: string } {
  const user = unescapeBytes(scanner.take(readUser));
  let userPassword = '';
  if (scanner.isAt(':')) {
    scanner.takeOne();
    userPassword = unescapeBytes(scanner.take(password));
  }
  scanner.expect('@');
  return { user, userPassword };
}

function parseHost(scanner: Scanner): string {
  if (!scanner.isAt('[')) return scanner.take(host);
  scanner.takeOne();
  const address = scanner.takeUntil(']');
  scanner.takeOne();
  return address;
}

function parsePort(scanner: Scanner): number {
  if (!scanner.isAt(':')) return 0;
  scanner.takeOne();
  const port = Number(scanner.take(digit));
  if (port > highestPort) throw new AddressSyntaxError();
  return port;
}

function parseParameters(
  scanner: Scanner,
  opening: string,
  separator: string,
  members: CharacterClass,
): readonly UriParameter[] {
  const parameters: UriParameter[] = [];
  for (let sign = opening; scanner.isAt(sign); sign = separator) {
    scanner.takeOne();
    const name = unescapeBytes(scanner.take(members));
    parameters.push({ name, value: parseValue(scanner, members, opening === ';') });
  }
  return parameters;
}

function parseValue(scanner: Scanner, members: CharacterClass, mayBeQuoted: boolean): string {
  if (!scanner.isAt('=')) return '';
  scanner.takeOne();
  if (mayBeQuoted && scanner.isAt('"')) return `"${scanner.takeQuoted()}"`;
  return members.has(scanner.next) ? unescapeBytes(scanner.take(members)) : '';
}

function isAcceptable({ name, value }: UriParameter): boolean {
  return foldAsciiCase(name) !== 'ttl' || value === '' || Number.parseInt(value, 10) <= highestTtl;
}

function parseTelUri(scanner: Scanner, withParameters: boolean): TelUri {
  const number = unescapeBytes(scanner.take(telNumber));
  const parameters: UriParameter[] = [];
  while (withParameters && scanner.isAt(';')) {
    scanner.takeOne();
    const name = scanner.take(parameter);
    let value = '';
    if (scanner.isAt('=')) {
      scanner.takeOne();
      value = unescapeBytes(scanner.take(readTelParameterValue));
    }
    parameters.push({ name, value });
  }
  scanner.skipBlanks();
  return { kind: 'tel', number, parameters };
}

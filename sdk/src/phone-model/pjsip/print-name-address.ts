import { foldAsciiCase } from '../windows-text/ascii-case.ts';
import { escapeBytes, fromByteText } from './byte-text.ts';
import {
  parameter,
  password,
  telContext,
  telExtension,
  telNumber,
  telParameterName,
  telParameterValue,
  telSubAddress,
  user,
  type CharacterClass,
} from './character-class.ts';
import type { NameAddress, PjsipUri, SipUri, TelUri, UriParameter } from './pjsip-uri.ts';

/**
 * The address as PJSIP prints it in a From or To header: there it leaves out the port, `method`, `transport`, `ttl`,
 * `maddr`, `lr` and the headers, and escapes again what does not belong into a part. This is the text MicroSIP takes
 * apart for its hooks (facts C.5).
 */
export function printInFromHeader({ name, uri }: NameAddress): string {
  const display = name === '' ? '' : `"${name}" `;
  return fromByteText(`${display}<${printUri(uri)}>`);
}

function printUri(uri: PjsipUri): string {
  switch (uri.kind) {
    case 'sip':
      return printSipUri(uri);
    case 'tel':
      return printTelUri(uri);
    case 'other':
      return `${uri.scheme}:${uri.content}`;
  }
}

const leftOutInFromHeader = new Set(['method', 'transport', 'ttl', 'maddr', 'lr']);

function printSipUri(uri: SipUri): string {
  const userPassword = uri.password === '' ? '' : `:${escapeBytes(uri.password, password)}`;
  const userPart = uri.user === '' ? '' : `${escapeBytes(uri.user, user)}${userPassword}@`;
  const uriHost = uri.host.includes(':') ? `[${uri.host}]` : uri.host;
  const userType = uri.parameters.findLast(isUserType);
  const others = uri.parameters.filter((candidate) => !isUserType(candidate) && !isLeftOut(candidate));
  const printed = [...(userType === undefined ? [] : [{ name: 'user', value: userType.value }]), ...others];
  return `${uri.scheme}:${userPart}${uriHost}${printParameters(printed, parameter, parameter)}`;
}

function isUserType({ name, value }: UriParameter): boolean {
  return foldAsciiCase(name) === 'user' && value !== '';
}

/** A parameter PJSIP knows but that has no value is to it one it does not know, `lr` apart. */
function isLeftOut({ name, value }: UriParameter): boolean {
  const known = foldAsciiCase(name);
  return leftOutInFromHeader.has(known) && (value !== '' || known === 'lr');
}

/** Parameters of a telephone number that come first, in this order. */
const telParameters: readonly { readonly name: string; readonly raw: CharacterClass }[] = [
  { name: 'ext', raw: telExtension },
  { name: 'isub', raw: telSubAddress },
  { name: 'phone-context', raw: telContext },
];

function printTelUri({ number, parameters }: TelUri): string {
  const known = telParameters.map(({ name, raw }) => {
    const found = parameters.findLast((candidate) => foldAsciiCase(candidate.name) === name);
    return found === undefined || found.value === '' ? '' : `;${name}=${escapeBytes(found.value, raw)}`;
  });
  const others = parameters.filter(
    (candidate) => !telParameters.some(({ name }) => name === foldAsciiCase(candidate.name)),
  );
  const printed = printParameters(others, telParameterName, telParameterValue);
  return `tel:${escapeBytes(number, telNumber)}${known.join('')}${printed}`;
}

function printParameters(
  parameters: readonly UriParameter[],
  rawName: CharacterClass,
  rawValue: CharacterClass,
): string {
  return parameters
    .map(({ name, value }) => {
      const printedName = `;${escapeBytes(name, rawName)}`;
      if (value === '') return printedName;
      return `${printedName}=${value.startsWith('"') ? value : escapeBytes(value, rawValue)}`;
    })
    .join('');
}

import type { VerifiedVersion } from '../../catalogue/version.ts';
import { foldAsciiCase, startsWithIgnoringCase } from '../windows-text/ascii-case.ts';
import { trimCharacters, trimWhiteSpace } from '../windows-text/white-space.ts';

/** A SIP address as MicroSIP takes it apart; hostile text when it came from a far end. */
export interface RemoteAddress {
  readonly user: string;
  /** Host and port, and whatever else the parser takes for them. */
  readonly domain: string;
  /** The display name. */
  readonly name: string;
  /** `;…` and `?…` after the address, as they stand. */
  readonly parameters: string;
  /** `,…` after the address, to be sent as DTMF; 3.22.16 has none, a comma belongs to the domain. */
  readonly commands: string;
}

/**
 * Takes a SIP address apart as a version of MicroSIP does: not by a grammar, but by searching for a few characters
 * (facts N, C.5). It never fails.
 *
 * @example
 * ```ts
 * parseRemoteAddress('3.22.16', '"Ada" <sip:101@pbx.test;user=phone>');
 * // { user: '101', domain: 'pbx.test', name: 'Ada', parameters: ';user=phone', commands: '' }
 * ```
 */
export function parseRemoteAddress(version: VerifiedVersion, text: string): RemoteAddress {
  return version === '3.22.16' ? parseBracketed(text) : parseFromScheme(text);
}

/**
 * Up to 3.22.3 the address begins after the first `sip:`, wherever it stands: in the display name too, which is how
 * a caller's name reaches the hooks (facts N).
 */
function parseFromScheme(text: string): RemoteAddress {
  const scheme = text.indexOf('sip:');
  const name = scheme > 0 ? trimCharacters(text.slice(0, scheme), ' "<') : '';
  const start = scheme < 0 ? 0 : scheme + 'sip:'.length;
  const address = text.slice(start, text.endsWith('>') ? -1 : undefined);

  const { user, rest } = splitUser(address);
  const semicolon = rest.indexOf(';');
  const parameters = semicolon < 0 ? rest.indexOf('?') : semicolon;
  const end = parameters < 0 ? rest.indexOf(',') : parameters;
  const tail = end < 0 ? '' : rest.slice(end);
  return {
    user,
    domain: end < 0 ? rest : rest.slice(0, end),
    name: withoutUnknown(name),
    parameters: parameters < 0 ? '' : tail,
    commands: parameters < 0 ? tail : '',
  };
}

/**
 * 3.22.16 takes what stands between the first `<` and the last `>`, cuts at the first `;`, else `?`, and only then
 * looks for `@`: a user part with a `;` ends up as the domain (facts C.5).
 */
function parseBracketed(text: string): RemoteAddress {
  const trimmed = trimWhiteSpace(text);
  const open = trimmed.indexOf('<');
  const close = trimmed.lastIndexOf('>');
  const bracketed = open >= 0 && close > open;
  const address = withoutScheme(bracketed ? trimmed.slice(open + 1, close) : trimmed);

  const semicolon = address.indexOf(';');
  const parameters = semicolon < 0 ? address.indexOf('?') : semicolon;
  const { user, rest } = splitUser(parameters < 0 ? address : address.slice(0, parameters));
  return {
    user,
    domain: rest,
    name: bracketed ? withoutUnknown(withoutQuotes(trimWhiteSpace(trimmed.slice(0, open)))) : '',
    parameters: parameters < 0 ? '' : address.slice(parameters),
    commands: '',
  };
}

function splitUser(address: string): { readonly user: string; readonly rest: string } {
  const at = address.indexOf('@');
  return at < 0 ? { user: '', rest: address } : { user: address.slice(0, at), rest: address.slice(at + 1) };
}

function withoutScheme(address: string): string {
  const scheme = ['sip:', 'sips:'].find((candidate) => startsWithIgnoringCase(address, candidate));
  return scheme === undefined ? address : address.slice(scheme.length);
}

function withoutQuotes(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name;
}

/** Gateways send this name for callers without one. */
function withoutUnknown(name: string): string {
  return foldAsciiCase(name) === 'unknown' ? '' : name;
}

/** The address put together again, as 3.22.16 does (facts N). */
export function printRemoteAddress(address: RemoteAddress): string {
  const name = address.name === '' ? '' : `"${address.name}" `;
  return `${name}<sip:${address.user}@${address.domain}${address.parameters}>`;
}

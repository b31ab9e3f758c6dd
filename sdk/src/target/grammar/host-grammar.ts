import { quoted, refuse } from '../target-refused-error.ts';
import { ALPHA, ALPHANUMERIC, DIGIT, HEX, isOf } from './character-class.ts';
import type { TextCursor } from './text-cursor.ts';

/**
 * `host` of RFC 3261: a name, an IPv4 address, or an IPv6 address in brackets. Underscores are taken too: names of
 * machines and containers have them.
 *
 * @returns the host in lower case
 */
export function readHost(cursor: TextCursor): string {
  if (cursor.here === '[') return readIpv6Reference(cursor);

  const start = cursor.position;
  while (isHostCharacter(cursor.text.charCodeAt(cursor.position))) cursor.position++;
  const host = cursor.text.slice(start, cursor.position).toLowerCase();
  if (!isHostName(host) && !isIpv4Address(host)) {
    refuse(
      'host',
      host === ''
        ? `The host is missing in ${quoted(cursor.text)}. Write “sip:user@host”.`
        : `${quoted(host)} is neither the name of a host nor an IP address. Write a name such as “pbx.example.com”, “192.0.2.1” or “[2001:db8::1]”.`,
    );
  }
  return host;
}

/** `IPv4address`: four decimal numbers up to 255, without leading zeros. */
export function isIpv4Address(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every(isOctet);
}

function isOctet(text: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/u.test(text) && Number(text) <= 255;
}

function isHostCharacter(code: number): boolean {
  return isOf(code, ALPHANUMERIC) || code === 0x2d || code === 0x2e || code === 0x5f;
}

/** `hostname`: labels of at most 63 characters; the last one starts with a letter and may be followed by a dot. */
function isHostName(text: string): boolean {
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  let start = 0;
  for (;;) {
    const dot = text.indexOf('.', start);
    const labelEnd = dot < 0 ? end : dot;
    if (!isLabel(text, start, labelEnd)) return false;
    if (labelEnd === end) return isOf(text.charCodeAt(start), ALPHA);
    start = labelEnd + 1;
  }
}

function isLabel(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length > 0 && length <= 63 && text.charAt(start) !== '-' && text.charAt(end - 1) !== '-';
}

/** `IPv6reference`. */
function readIpv6Reference(cursor: TextCursor): string {
  const end = cursor.text.indexOf(']', cursor.position);
  const address = end < 0 ? '' : cursor.text.slice(cursor.position + 1, end);
  if (!isIpv6Address(address)) {
    refuse(
      'host',
      `${quoted(cursor.rest)} does not begin with an IPv6 address in brackets. Write it like “[2001:db8::1]”, without a zone.`,
    );
  }
  cursor.position = end + 1;
  return `[${address.toLowerCase()}]`;
}

/** `IPv6address`: eight groups, of which one run of zeros may be `::` and the last two an IPv4 address. */
function isIpv6Address(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const [head = '', tail] = halves;
  const headLength = groupCount(head, tail === undefined);
  const tailLength = tail === undefined ? 0 : groupCount(tail, true);
  if (headLength < 0 || tailLength < 0) return false;
  return tail === undefined ? headLength === 8 : headLength + tailLength <= 7;
}

/** How many 16-bit groups `1:2:3` stands for; -1 if it is malformed. */
function groupCount(text: string, mayEndInIpv4: boolean): number {
  if (text === '') return 0;
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = mayEndInIpv4 && isIpv4Address(last);
  if (endsInIpv4) groups.pop();
  return groups.every(isGroup) ? groups.length + (endsInIpv4 ? 2 : 0) : -1;
}

function isGroup(text: string): boolean {
  if (text.length < 1 || text.length > 4) return false;
  for (let index = 0; index < text.length; index++) if (!isOf(text.charCodeAt(index), HEX)) return false;
  return true;
}

/** `":" port`, if there is one. */
export function readPort(cursor: TextCursor): number | undefined {
  if (!cursor.take(':')) return undefined;
  const digits = cursor.takeWhile(DIGIT);
  const port = Number(digits);
  if (digits === '' || port < 1 || port > 65535) {
    refuse('port', `The port in ${quoted(cursor.text)} is not a number from 1 to 65535. Write “host:5060”.`);
  }
  return port;
}

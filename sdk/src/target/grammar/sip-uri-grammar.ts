import { quoted, refuse } from '../target-refused-error.ts';
import type { UriHeader, UriParameter } from '../target.ts';
import {
  HEADER_UNRESERVED,
  PARAMETER_UNRESERVED,
  PASSWORD_UNRESERVED,
  UNRESERVED,
  USER_UNRESERVED,
} from './character-class.ts';
import { readHost, readPort } from './host-grammar.ts';
import { TextCursor } from './text-cursor.ts';

/** A SIP URI taken apart; every part is spelled as it was written. */
export interface SipUri {
  readonly user: string;
  readonly password: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  readonly parameters: readonly UriParameter[];
  readonly headers: readonly UriHeader[];
  /** What follows the URI; at most a comma and what comes after it belongs to a dial string. */
  readonly rest: string;
}

const none: readonly never[] = [];

/**
 * `SIP-URI` of RFC 3261, section 25.1, after its scheme. The user is required, since nobody can be called without
 * one; a `#` in it is taken as it is, since people write `*97#@host`.
 */
export function readSipUri(text: string): SipUri {
  const cursor = new TextCursor(text);
  const user = readUser(cursor);
  if (user === '') refuseUserCharacter(cursor);
  const password = cursor.take(':') ? cursor.takeEscaped(UNRESERVED | PASSWORD_UNRESERVED) : undefined;
  if (!cursor.take('@')) refuseUserCharacter(cursor);
  const host = readHost(cursor);
  const port = readPort(cursor);
  const parameters = cursor.here === ';' ? readParameters(cursor) : none;
  const headers = cursor.here === '?' ? readHeaders(cursor) : none;
  return { user, password, host, port, parameters, headers, rest: cursor.rest };
}

/** `user`. */
function readUser(cursor: TextCursor): string {
  const start = cursor.position;
  do cursor.takeEscaped(UNRESERVED | USER_UNRESERVED);
  while (cursor.take('#'));
  return cursor.text.slice(start, cursor.position);
}

function refuseUserCharacter(cursor: TextCursor): never {
  const { character } = cursor;
  if (character === '@' || character === ':') {
    refuse(
      'user',
      `The user in front of the “@” of ${quoted(cursor.text)} is missing. Write “sip:user@host”.`,
    );
  }
  if (character === '') {
    refuse('host', `The host is missing in ${quoted(cursor.text)}. Write “sip:user@host”.`);
  }
  if (character === '%') {
    refuse(
      'percent-encoding',
      `In ${quoted(cursor.text)} a “%” is not followed by two hexadecimal digits. Write “%25” for a percent sign.`,
    );
  }
  refuse(
    'user',
    `The user in front of the “@” of ${quoted(cursor.text)} cannot hold ${quoted(character)}. Write it as ${quoted(percentEncoded(character))}.`,
  );
}

function percentEncoded(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x7f ? encodeURIComponent(character) : `%${code.toString(16).toUpperCase()}`;
}

/** `uri-parameters`. */
export function readParameters(cursor: TextCursor): UriParameter[] {
  const parameters: UriParameter[] = [];
  while (cursor.take(';')) {
    const name = cursor.takeEscaped(UNRESERVED | PARAMETER_UNRESERVED);
    const value = cursor.take('=') ? cursor.takeEscaped(UNRESERVED | PARAMETER_UNRESERVED) : undefined;
    if (name === '' || value === '') {
      refuse(
        'parameter',
        `A parameter of ${quoted(cursor.text)} is empty. Write “;name=value” or leave it out.`,
      );
    }
    if (parameters.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      refuse(
        'parameter',
        `The parameter ${quoted(name)} stands twice in ${quoted(cursor.text)}. Write it once.`,
      );
    }
    parameters.push({ name, value });
  }
  return parameters;
}

/** `headers`. */
function readHeaders(cursor: TextCursor): UriHeader[] {
  const headers: UriHeader[] = [];
  let more = cursor.take('?');
  while (more) {
    const name = cursor.takeEscaped(UNRESERVED | HEADER_UNRESERVED);
    if (name === '' || !cursor.take('=')) {
      refuse(
        'header',
        `A header of ${quoted(cursor.text)} has no name or no value. Write “?Name=value&Other=value”.`,
      );
    }
    headers.push({ name, value: cursor.takeEscaped(UNRESERVED | HEADER_UNRESERVED) });
    more = cursor.take('&');
  }
  return headers;
}

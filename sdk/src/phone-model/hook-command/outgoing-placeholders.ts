import { hookPlaceholders } from '../../catalogue/hook-values.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import { md5 } from './md5.ts';

/** What the placeholders of `cmdOutgoingCall` are filled with (facts C.2). */
export interface OutgoingPlaceholders {
  readonly server: string;
  /** The account's user name. */
  readonly extension: string;
  /**
   * The account's SIP password. MicroSIP fills in the clear text; the model has only what the ini holds, and where that
   * is a cipher, whose key is not public, the cipher appears instead (facts D.4).
   */
  readonly password: string;
  /** Unix seconds. */
  readonly time: number;
  readonly user: string;
  readonly domain: string;
  readonly name: string;
}

/**
 * Fills the placeholders of a `cmdOutgoingCall` value; 3.20.5 knows none (facts C.2). They are filled before the
 * command is split, so a value with a blank or a quote changes its arguments.
 *
 * @example
 * ```ts
 * const account = { server: 'pbx.test', extension: '101', password: '', domain: 'pbx.test', name: 'Ada' };
 * fillOutgoingPlaceholders('3.22.16', 'ev.exe {user}', { ...account, user: '+4930', time: 0 }); // 'ev.exe %2B4930'
 * ```
 */
export function fillOutgoingPlaceholders(
  version: VerifiedVersion,
  value: string,
  placeholders: OutgoingPlaceholders,
): string {
  if (version === '3.20.5' || !value.includes('{')) return value;
  const filled = new Map(
    hookPlaceholders.map(({ encoded, token }) => {
      const text = textOf(token, placeholders);
      return [token, encoded ? encodeForUrl(text) : text];
    }),
  );
  return value.replace(/\{\w+\}/gu, (token) => filled.get(token) ?? token);
}

function textOf(token: string, placeholders: OutgoingPlaceholders): string {
  const { domain, extension, name, password, server, time, user } = placeholders;
  switch (token) {
    case '{server}':
      return server;
    case '{extension}':
      return extension;
    case '{password}':
      return password;
    case '{md5_password}':
      return md5(password);
    case '{time}':
      return String(time);
    case '{callerid}':
      return name === '' ? user : name;
    case '{user}':
      return user;
    case '{number}':
      return user === '' ? domain : user;
    case '{domain}':
      return domain;
    case '{name}':
      return name;
    case '{duration}':
      return '0';
    case '{callid}':
    case '{direction}':
      return '';
    default:
      throw new RangeError(`The phone model does not know what ${token} stands for.`);
  }
}

/** Half a surrogate pair cannot be encoded; it becomes what it is written as in UTF-8. */
function encodeForUrl(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

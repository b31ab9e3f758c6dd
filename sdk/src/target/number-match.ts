import { isCountryCode } from './grammar/country-code.ts';
import { plainTypography } from './readable-text.ts';

/**
 * Whether two texts stand for the same number, however they are written: `+49 30 1234567`, `0049301234567`,
 * `030/1234567`, `tel:+49-30-1234567` and `sip:+49301234567@pbx.test;user=phone` do. What is no number, such as
 * `alice`, is compared as a name.
 *
 * Numbers of different length are the same only when the longer one has a country code or a trunk prefix more, so an
 * extension is never found in a longer number, and two international numbers must be equal. What is behind a number,
 * such as `ext. 12`, counts only where both have it. Where both name a host, short numbers and names are the same at the
 * same host only.
 *
 * @example
 * ```ts
 * sameNumber('+1 (415) 555-2671', '415-555-2671'); // true
 * sameNumber('101', '5550101'); // false
 * ```
 */
export function sameNumber(left: string, right: string): boolean {
  return numberMatcher(left)(right);
}

/** {@link sameNumber} for one number and many others. */
export function numberMatcher(number: string): (other: string) => boolean {
  const wanted = partyOf(number);
  const wantedReadings = readingsOf(wanted.user);
  return (other) => {
    const found = partyOf(other);
    if (wanted.user === '' || found.user === '') return false;
    if (!isLong(wanted.user) && areDifferent(wanted.host, found.host)) return false;
    if (areDifferent(wanted.extension, found.extension)) return false;
    if (wanted.user === found.user) return true;
    const readings = readingsOf(found.user);
    return wantedReadings.some((one) => readings.some((another) => isSame(one, another)));
  };
}

/**
 * Whether a call to `remote` can come from dialling `dialled`. Dialling prefixes and dial plans change the beginning
 * of a number, so its end decides; this is weaker than {@link sameNumber}.
 */
export function canBeDialledAs(dialled: string, remote: string): boolean {
  const [left, right] = [partyOf(dialled).user, partyOf(remote).user].map((user) => user.replace('+', ''));
  if (left === undefined || right === undefined) return false;
  const length = Math.min(decidingLength, left.length, right.length);
  return length > 0 && left.slice(-length) === right.slice(-length);
}

/** The digits of a number as it is written, such as to find a part of it; nothing if it is a name. */
export function digitsOf(number: string): string {
  const { user } = partyOf(number);
  return isNumber(user) ? user.replace('+', '') : '';
}

/** Enough digits to tell numbers apart, and fewer than any prefix rule changes. */
const decidingLength = 7;

/** The shortest national number that is recognised without its trunk zero; extensions are shorter. */
const shortestNational = 7;

/** The shortest one where each side has a country code or a trunk zero. */
const shortestWithTrunkZero = 5;

/** Who is meant by a number or an address. */
interface Party {
  /** `+` and digits, or a name in lower case. */
  readonly user: string;
  readonly host: string | undefined;
  /** Whom to ask for behind the number, as people and RFC 3966 write it. */
  readonly extension: string | undefined;
}

/** `ext. 12` or `x12` behind a number. */
const writtenExtension = /(?<=[\d)])[\s,]+(?:ext(?:ension)?\.?|x)\s*(\d{1,7})\s*$/iu;

function partyOf(text: string): Party {
  const bracketed = /<(?<address>[^<>]*)>/u.exec(text)?.groups?.['address'];
  const address = decoded(
    (bracketed ?? text).trim().replace(/^(?:sips?|tel|callto|dial|dialpad):(?:\/\/)?/iu, ''),
  );
  const at = address.lastIndexOf('@');
  const whole = at < 0 ? address : address.slice(0, at);
  const [user = ''] = whole.replace(writtenExtension, '').split(/[;,?]/u, 1);
  const [host = ''] = at < 0 ? [] : address.slice(at + 1).split(/[;?]/u, 1);
  return {
    user: plainUser(user),
    host: host === '' ? undefined : host.replace(/:\d*$/u, '').toLowerCase(),
    extension: (writtenExtension.exec(whole) ?? /;ext=(\d{1,7})(?:;|$)/iu.exec(whole))?.[1],
  };
}

/** Links write `%2B` and `%23`. What is no character of ASCII belongs to no number. */
function decoded(text: string): string {
  return text.replaceAll(/%(?<code>[2-7][\dA-F])/giu, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Without what people put between digits; a trunk zero in brackets is only for callers inside the country. */
function plainUser(user: string): string {
  const text = plainTypography(user.replaceAll(/\p{Cf}/gu, ''));
  const digits = text
    .replace(/^(?<international>\+[\d ]+)\(0\)/u, '$<international>')
    .replaceAll(separators, '');
  return isNumber(digits) ? digits : text.trim().toLowerCase();
}

const separators = /[\s\-./()[\]]/gu;

function isNumber(user: string): boolean {
  return /^\+?[\d*#]+$/u.test(user);
}

function isLong(user: string): boolean {
  return isNumber(user) && user.length >= shortestNational;
}

/** Two that are both known, and not the same. */
function areDifferent(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

/** What the digits can mean. */
interface Reading {
  /** With country code, behind a trunk zero, or as they are. */
  readonly form: 'international' | 'national' | 'plain';
  readonly digits: string;
}

/**
 * What is dialled before a country code: in most of the world, with or without a zero for an outside line; in North
 * America, in Australia, and where the trunk prefix is 8.
 */
const internationalPrefixes: readonly RegExp[] = [
  /^0?00(?=[1-9]\d{7})/u,
  /^011(?=[1-9]\d{9})/u,
  /^0011(?=[1-9]\d{9})/u,
  /^810(?=[1-9]\d{9})/u,
];

/** Countries whose trunk prefix is no mere zero, with all that a national number has behind it (ITU-T E.164). */
const trunkPrefixes: readonly { readonly prefix: RegExp; readonly countryCode: string }[] = [
  // Russia and Kazakhstan.
  { prefix: /^8(?=[3-9]\d{9}$)/u, countryCode: '7' },
  { prefix: /^80(?=\d{9}$)/u, countryCode: '375' },
  { prefix: /^06(?=[1-9]\d{7,8}$)/u, countryCode: '36' },
];

/** The ways in which a number can be read. */
function readingsOf(user: string): readonly Reading[] {
  if (!isNumber(user)) return [];
  if (user.startsWith('+')) return [{ form: 'international', digits: user.slice(1) }];
  const readings: Reading[] = [{ form: 'plain', digits: user }];
  for (const prefix of internationalPrefixes) {
    if (prefix.test(user)) readings.push({ form: 'international', digits: user.replace(prefix, '') });
  }
  for (const { countryCode, prefix } of trunkPrefixes) {
    if (prefix.test(user))
      readings.push({ form: 'international', digits: user.replace(prefix, countryCode) });
  }
  // A second zero in front may be that for an outside line.
  if (/^00?[1-9]/u.test(user)) readings.push({ form: 'national', digits: user.replace(/^00?/u, '') });
  return readings;
}

function isSame(left: Reading, right: Reading): boolean {
  const hasPlain = left.form === 'plain' || right.form === 'plain';
  const shortest = hasPlain ? shortestNational : shortestWithTrunkZero;
  if (left.digits === right.digits) {
    // One of the two has a country code in those digits, which the other one has not.
    if (left.form !== right.form && !hasPlain) return false;
    return left.digits.length >= shortest;
  }
  const [longer, shorter] = left.digits.length > right.digits.length ? [left, right] : [right, left];
  if (longer.form === 'national' || shorter.form === 'international') return false;
  if (shorter.digits.length < shortest || !longer.digits.endsWith(shorter.digits)) return false;
  const before = longer.digits.slice(0, -shorter.digits.length);
  // Italy keeps its trunk zero behind the country code.
  return (
    isCountryCode(shorter.form === 'national' ? before.replace(/0$/u, '') : before) || isCountryCode(before)
  );
}

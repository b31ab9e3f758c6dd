import { readAccountUserTarget } from './account-user-target.ts';
import { refuseCommands, refuseSlash } from './command-lookalikes.ts';
import { ALPHA, isOf } from './grammar/character-class.ts';
import { readNameAddress } from './grammar/name-address-grammar.ts';
import { percentDecoded } from './grammar/percent-encoding.ts';
import { readNumberTarget } from './number-target.ts';
import { maximumLength, plainTypography, readableText, refuseLength } from './readable-text.ts';
import { readSipUriTarget } from './sip-uri-target.ts';
import { quoted, refuse, TargetRefusedError } from './target-refused-error.ts';
import type { Target, TargetOptions } from './target.ts';

/** What {@link checkTarget} found. */
export type TargetCheck =
  { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly error: TargetRefusedError };

const unknownPhone: TargetOptions = {};

/**
 * Reads a dial string as people write it and gives the one command line that makes MicroSIP dial exactly that.
 *
 * Taken are telephone numbers with whatever stands between their digits, `tel:`, `sip:`, `callto:`, `dial:` and
 * `dialpad:` URIs, `user@host`, `"Name" <address>`, names of users of the account's domain, and keys to be sent after
 * the answer behind a comma. Blanks and direction marks around a pasted number are dropped, digits of every script
 * are read; other invisible characters are refused.
 *
 * The account's dialling prefix and dial plan are MicroSIP's own business and come after this.
 *
 * @param input - the dial string; hostile text is welcome
 * @param options - what is known about the phone that will dial
 * @throws {@link TargetRefusedError} (`TARGET_REFUSED`) if MicroSIP would do anything else than dial what is meant
 * @see RFC 3261, section 25.1; RFC 3966, section 3; facts A.1–A.8, A.11, N
 * @example
 * ```ts
 * parseTarget('+1 (415) 555-2671').commandLine; // '+14155552671'
 * parseTarget('tel:+49-30-123;ext=5').dials; // { number: '+4930123', dtmf: '5' }
 * parseTarget('/resetnoask'); // throws: MicroSIP would obey
 * ```
 */
export function parseTarget(input: string, options: TargetOptions = unknownPhone): Target {
  const text = readableText(input);
  if (text === '') refuse('empty', 'There is nothing to dial. Write a number or an address.');
  const { name, address } = readNameAddress(text);
  if (name !== undefined) refuseCommands(text);
  const target = readAddress(plainTypography(address), name, options);
  if (target.commandLine.length > maximumLength) refuseLength(target.commandLine.length);
  return target;
}

/**
 * As {@link parseTarget}, but a refusal is a result.
 *
 * @example
 * ```ts
 * const check = checkTarget(input);
 * if (!check.ok) console.log(check.error.message);
 * ```
 */
export function checkTarget(input: string, options: TargetOptions = unknownPhone): TargetCheck {
  try {
    return { ok: true, target: parseTarget(input, options) };
  } catch (error) {
    if (error instanceof TargetRefusedError) return { ok: false, error };
    throw error;
  }
}

function readAddress(address: string, name: string | undefined, options: TargetOptions): Target {
  refuseCommands(address);
  const { scheme, rest } = splitScheme(address);
  switch (scheme) {
    case 'tel':
      return readNumberTarget(rest, true, name, options);
    case 'sip':
      // The form for MicroSIP itself may have the scheme twice; reading it again gives it again.
      return readUserOrNumber(rest.replace(/^sip:/iu, ''), true, name, options);
    case '':
    case 'callto':
    case 'dial':
    case 'dialpad':
      return readUserOrNumber(rest, false, name, options);
    case 'sips':
      return refuseSips(rest, options);
    default:
      return refuseScheme(address, scheme, rest);
  }
}

function readUserOrNumber(
  rest: string,
  isSip: boolean,
  name: string | undefined,
  options: TargetOptions,
): Target {
  if (rest.includes('@')) return readSipUriTarget(rest, name, options);
  const written = percentDecoded(rest);
  const first = written.charCodeAt(0);
  return isOf(first, ALPHA) || first === 0x5f
    ? readAccountUserTarget(written, isSip, name, options)
    : readNumberTarget(rest, false, name, options);
}

/**
 * Splits off one scheme, as MicroSIP does: the `//` behind it too, and only then one slash at the end (facts A.4).
 * The scheme is given in lower case, and empty where there is none.
 */
function splitScheme(address: string): { readonly scheme: string; readonly rest: string } {
  const colon = address.indexOf(':');
  if (colon < 0 || !isScheme(address, colon)) return { scheme: '', rest: address };
  const scheme = address.slice(0, colon).toLowerCase();
  let rest = address.slice(colon + 1);
  if (rest.startsWith('//')) rest = rest.slice(2, rest.length > 2 && rest.endsWith('/') ? -1 : undefined);
  rest = rest.trim();
  if (rest === '') refuse('empty', `Nothing follows “${scheme}:”. Write a number or an address behind it.`);
  refuseSlash(rest);
  return { scheme, rest };
}

/** `scheme` of RFC 3986: a letter, then letters, digits, `+`, `-`, `.`. */
function isScheme(address: string, end: number): boolean {
  return isOf(address.charCodeAt(0), ALPHA) && /^[A-Za-z][A-Za-z0-9+.-]*$/u.test(address.slice(0, end));
}

/** In 3.22.16 a plain `sip:` INVITE leaves, before that one to a user named `sips:…` (facts N). */
function refuseSips(rest: string, options: TargetOptions): never {
  const plain = `sip:${rest}`;
  refuse(
    'secure-scheme',
    `MicroSIP drops the encryption that “sips:” asks for. Set the account’s transport to TLS and write ${quoted(plain)}.`,
    checkTarget(plain, options).ok ? plain : undefined,
  );
}

function refuseScheme(address: string, scheme: string, rest: string): never {
  if (/^\d+(?:$|[;?/])/u.test(rest) && (scheme.includes('.') || scheme === 'localhost')) {
    refuse(
      'bare-host',
      `${quoted(address)} is a host with a port. MicroSIP calls users: write ${quoted(`sip:user@${scheme}:${rest}`)}.`,
    );
  }
  refuse('scheme', `MicroSIP does not dial “${scheme}:”. Write a number, or “sip:user@host”.`);
}

import { checkTarget } from 'microsip-sdk/target';

import type { Dialable } from './dialable.ts';

/** No longer ones are dialled. */
const longestLink = 256;

/** What may stand in a URI, all in one (RFC 3986), without the quotation mark and the backslash that end a string. */
const linkText = /[\w\-.~!*()[\]+$&=,;:@%/?#]{1,256}/uy;

/** The scheme before a colon, which no other word goes on into. */
const scheme = /(?<![\w+.-])(?:tel|sips?|callto)$/iu;
const longestScheme = 'callto'.length;

const hidden = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** All links to numbers and SIP addresses whose colon lies in a part of a text. */
export function findDialableLinks(text: string, from: number, to: number): readonly Dialable[] {
  const links: Dialable[] = [];
  // Looking for a character is faster than looking for a word, and does not go on behind the part.
  const part = text.slice(from, to);
  let colon = part.indexOf(':');
  while (colon >= 0) {
    const link = linkAround(text, from + colon);
    if (link !== undefined) links.push(link);
    colon = part.indexOf(':', link === undefined ? colon + 1 : link.end - from);
  }
  return links;
}

function linkAround(text: string, colon: number): Dialable | undefined {
  // The last letters of the schemes.
  if (!'lpsoLPSO'.includes(text.charAt(colon - 1))) return undefined;
  const name = scheme.exec(text.slice(Math.max(0, colon - longestScheme - 1), colon))?.[0];
  return name === undefined ? undefined : linkAt(text, colon - name.length, colon + 1);
}

function linkAt(text: string, start: number, address: number): Dialable | undefined {
  linkText.lastIndex = address;
  const written = linkText.exec(text)?.[0] ?? '';
  const end = address + lengthWithoutSentence(written, text[start - 1] ?? '');
  const rest = text.slice(address, end);
  if (end - start > longestLink || isCutShort(text, end) || isHidden(text.charCodeAt(start - 1)))
    return undefined;
  if (!isAddress(text.slice(start, address - 1).toLowerCase(), rest, text[start - 1] ?? '')) return undefined;
  const link = text.slice(start, end);
  const check = checkTarget(link);
  // A `sips:` link is one, though MicroSIP has no use for it; what else is refused would only be in the way.
  if (!check.ok && check.error.refusal !== 'secure-scheme') return undefined;
  return { kind: 'link', start, end, text: link, check, region: undefined, international: undefined };
}

/** A full stop, a comma or a bracket behind a link belongs to the sentence around it. */
function lengthWithoutSentence(written: string, before: string): number {
  const ownRound = before !== '(' && written.includes('(');
  const ownSquare = before !== '[' && written.includes('[');
  let length = written.length;
  for (;;) {
    const last = written[length - 1];
    if (last === undefined) return 0;
    const isForeign =
      (last === ')' && !ownRound) || (last === ']' && !ownSquare) || '.,;:!?&(['.includes(last);
    // A single star is a key of the telephone.
    const isBold = last === '*' && written[length - 2] === '*';
    if (!isForeign && !isBold) return length;
    length -= isBold ? 2 : 1;
  }
}

/** Whether a link goes on with what no link has: a place for a value, or a character that cannot be seen. */
function isCutShort(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  return text[end] === '{' || isHidden(next);
}

function isHidden(code: number): boolean {
  return code > 0x7e && hidden.test(String.fromCharCode(code));
}

/** Tells a link from a key of a configuration and a part of a program, such as `sip:true` and `{tel:number}`. */
function isAddress(scheme: string, rest: string, before: string): boolean {
  if (/%(?![\dA-F]{2})/iu.test(rest) || /\$(?:\w|$)/u.test(rest)) return false;
  const address = rest.replace(/^\/\//u, '');
  if (scheme === 'tel') return /^[+(*#\d]|^%2[38B]/iu.test(address) && /\d/u.test(address);
  if (/^[^@\s]+@[\w[]/u.test(address)) return true;
  if (/^\+?[\d*#]/u.test(address)) return !/^506[01]\b/u.test(address);
  return scheme === 'callto' && /^["'<(]$/u.test(before) && /^[a-z]/iu.test(address);
}

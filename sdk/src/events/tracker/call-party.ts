/**
 * Whether two texts name the same user, or the same domain. MicroSIP's versions escape differently, and blanks may not
 * come through a command line as they were (facts C.3, C.5).
 */
export function sameText(left: string, right: string): boolean {
  return left === right || comparable(left) === comparable(right);
}

function comparable(text: string): string {
  return text
    .replace(/%[0-9a-f]{2}/giu, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)))
    .trim()
    .replace(/\s+/gu, ' ');
}

/** Whether a user part has nothing in it that one version of MicroSIP or another takes apart, escapes or unescapes. */
export function isPlain(user: string): boolean {
  return /^[\w.!~*'()&=+$,/#-]+$/u.test(user);
}

/** The domain of a SIP address. */
export function domainOf(uri = ''): string {
  return uri
    .replace(/^sips?:/iu, '')
    .replace(/^[^@]*@/u, '')
    .replace(/[:;?].*$/su, '');
}

/** Whether a text can be the domain of an address rather than a number. */
export function looksLikeDomain(text: string): boolean {
  return /^(?=.*[a-z.:])[\w.:[\]-]+$/iu.test(text);
}

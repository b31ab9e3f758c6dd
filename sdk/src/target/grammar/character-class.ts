/** Letters `A`–`Z` and `a`–`z`. */
export const ALPHA = 1;
/** Digits `0`–`9`. */
export const DIGIT = 2;
/** `mark` of RFC 3261. */
export const MARK = 4;
/** `user-unreserved` of RFC 3261. */
export const USER_UNRESERVED = 8;
/** `param-unreserved` of RFC 3261. */
export const PARAMETER_UNRESERVED = 16;
/** `hnv-unreserved` of RFC 3261. */
export const HEADER_UNRESERVED = 32;
/** Hexadecimal digits. */
export const HEX = 64;
/** What people put between the digits of a telephone number: `visual-separator` of RFC 3966, `/` and blank. */
export const SEPARATOR = 128;
/** The two keys of a telephone that are no digits. */
export const KEY_SYMBOL = 256;

/** What a `password` of RFC 3261 may hold unescaped besides `unreserved`. */
export const PASSWORD_UNRESERVED = 512;

/** `alphanum` of RFC 3261. */
export const ALPHANUMERIC = ALPHA | DIGIT;
/** `unreserved` of RFC 3261. */
export const UNRESERVED = ALPHANUMERIC | MARK;

const classes = new Uint16Array(128);

function assign(characters: string, characterClass: number): void {
  for (let index = 0; index < characters.length; index++) {
    const code = characters.charCodeAt(index);
    classes[code] = (classes[code] ?? 0) | characterClass;
  }
}

assign('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ALPHA);
assign('0123456789', DIGIT);
assign("-_.!~*'()", MARK);
assign('&=+$,;?/', USER_UNRESERVED);
assign('&=+$,', PASSWORD_UNRESERVED);
assign('[]/:&+$', PARAMETER_UNRESERVED);
assign('[]/?:+$', HEADER_UNRESERVED);
assign('0123456789ABCDEFabcdef', HEX);
assign('-.()/ ', SEPARATOR);
assign('*#', KEY_SYMBOL);

/** Whether a UTF-16 code unit is of one of these classes. `NaN`, past the end of a text, is of none. */
export function isOf(code: number, characterClasses: number): boolean {
  return ((classes[code] ?? 0) & characterClasses) !== 0;
}

const ascii = /^\p{ASCII}*$/u;

/** The UTF-8 bytes of a text, one character each: PJSIP reads bytes. */
export function toByteText(text: string): string {
  if (ascii.test(text)) return text;
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** The text whose UTF-8 bytes these are; bytes that are none become U+FFFD. */
export function fromByteText(bytes: string): string {
  if (ascii.test(bytes)) return bytes;
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** `%` and two hexadecimal digits become the byte they stand for; any other `%` stays. */
export function unescapeBytes(bytes: string): string {
  return bytes.includes('%')
    ? bytes.replace(/%([\da-f]{2})/giu, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
    : bytes;
}

/** Every byte outside a class becomes `%` and two hexadecimal digits, in lower case. */
export function escapeBytes(bytes: string, raw: ReadonlySet<string>): string {
  let escaped = '';
  for (const byte of bytes) {
    escaped += raw.has(byte) ? byte : `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
  }
  return escaped;
}

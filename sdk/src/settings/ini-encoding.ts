import { MicroSipError } from '../microsip-error.ts';

/**
 * How the bytes of an ini file stand for text. MicroSIP knows two: a file that begins with `FF FE` is UTF-16LE, every
 * other one is in the ANSI code page (facts D.2). UTF-8 is recognised because it is what editors and scripts leave
 * behind, and what MicroSIP then damages.
 */
export type IniEncoding = 'utf-16le' | 'utf-8' | 'utf-8-bom' | 'ansi';

/** The text of an ini file, without its byte order mark, and how it was encoded. */
export interface DecodedIni {
  readonly encoding: IniEncoding;
  readonly text: string;
}

const utf16Mark = [0xff, 0xfe];
const utf8Mark = [0xef, 0xbb, 0xbf];

/** Whether MicroSIP takes the file as it is, without converting it (facts D.2). */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, utf16Mark);
}

/**
 * Decodes the bytes of an ini file. {@link encodeIni} gives the same bytes back.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` when a UTF-16 file ends within a character.
 */
export function decodeIni(bytes: Uint8Array): DecodedIni {
  if (isUtf16(bytes)) {
    if (bytes.length % 2 !== 0) {
      throw new MicroSipError(
        'SETTINGS_DAMAGED',
        'The ini file is UTF-16 but ends within a character; restore it from a backup, or delete it to start afresh.',
      );
    }
    return { encoding: 'utf-16le', text: bufferOver(bytes).toString('utf16le', utf16Mark.length) };
  }
  if (startsWith(bytes, utf8Mark)) {
    const text = decodeUtf8(bytes.subarray(utf8Mark.length));
    if (text !== undefined) return { encoding: 'utf-8-bom', text };
  }
  // Text that is ASCII throughout is the same in both; MicroSIP takes it as ANSI.
  if (bytes.some((byte) => byte >= 0x80)) {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return { encoding: 'utf-8', text };
  }
  return { encoding: 'ansi', text: decodeAnsi(bytes) };
}

/**
 * Decodes an ini file as MicroSIP does: whatever does not begin with `FF FE` is ANSI, UTF-8 included, whose characters
 * and byte order mark come out mangled (facts D.2).
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` when a UTF-16 file ends within a character.
 */
export function decodeIniAsMicroSip(bytes: Uint8Array): string {
  return isUtf16(bytes) ? decodeIni(bytes).text : decodeAnsi(bytes);
}

/**
 * The bytes of an ini file.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when a character does not exist in the code page.
 */
export function encodeIni({ encoding, text }: DecodedIni): Uint8Array {
  switch (encoding) {
    case 'utf-16le':
      return Buffer.concat([Uint8Array.from(utf16Mark), Buffer.from(text, 'utf16le')]);
    case 'utf-8-bom':
      return Buffer.concat([Uint8Array.from(utf8Mark), Buffer.from(text, 'utf8')]);
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'ansi':
      return encodeAnsi(text);
  }
}

/**
 * 0x80 to 0x9F of windows-1252. `TextDecoder` is not used: Node.js 22 and 23 had releases that decoded windows-1252 as
 * ISO 8859-1. Bytes without a character stand for the control character of the same number, as in Windows.
 */
const ansiHigh =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const ansiByteOf = new Map(
  Array.from({ length: ansiHigh.length }, (_, index) => [ansiHigh.charAt(index), 0x80 + index]),
);

function decodeAnsi(bytes: Uint8Array): string {
  return bufferOver(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/gu, (character) => ansiHigh.charAt(character.charCodeAt(0) - 0x80));
}

function encodeAnsi(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : ansiByteOf.get(text.charAt(index));
    if (byte === undefined) {
      throw new MicroSipError(
        'INVALID_ARGUMENT',
        `The ini file is in the Windows code page 1252, which has no character U+${code.toString(16).toUpperCase().padStart(4, '0')}; ` +
          'start MicroSIP once, which converts the file to UTF-16, and try again.',
      );
    }
    bytes[index] = byte;
  }
  return bytes;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

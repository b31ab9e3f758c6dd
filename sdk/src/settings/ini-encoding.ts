import { isAscii, isUtf8 } from 'node:buffer';

import { MicroSipError } from '../microsip-error.ts';

/**
 * How the bytes of an ini file stand for text. MicroSIP knows two: a file that begins with `FF FE` is UTF-16LE, every
 * other one is in the ANSI code page (facts D.2). The others are recognised because they are what editors and scripts
 * leave behind, and what MicroSIP then damages. Text that is ASCII throughout counts as ANSI.
 */
export type IniEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'utf-8-bom' | 'ansi';

/** The text of an ini file, without its byte order mark, and how it was encoded. */
export interface DecodedIni {
  readonly encoding: IniEncoding;
  readonly text: string;
  /** The last byte of a UTF-16 file that ends within a character. */
  readonly oddByte?: number;
}

const utf16Mark = [0xff, 0xfe];
const utf16BigEndianMark = [0xfe, 0xff];
const utf8Mark = [0xef, 0xbb, 0xbf];

/** Whether MicroSIP takes the file as it is, without converting it (facts D.2). */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, utf16Mark);
}

/**
 * Decodes the bytes of an ini file. Any bytes are taken: {@link encodeIni} gives the same ones back, whatever they are.
 */
export function decodeIni(bytes: Uint8Array): DecodedIni {
  if (isUtf16(bytes)) return { encoding: 'utf-16le', ...decodeUtf16(bytes) };
  if (startsWith(bytes, utf16BigEndianMark)) {
    return { encoding: 'utf-16be', ...decodeUtf16(swapPairs(bytes)) };
  }
  if (startsWith(bytes, utf8Mark) && isUtf8(bytes)) {
    return { encoding: 'utf-8-bom', text: bufferOver(bytes).toString('utf8', utf8Mark.length) };
  }
  if (isAscii(bytes)) return { encoding: 'ansi', text: bufferOver(bytes).toString('latin1') };
  return isUtf8(bytes)
    ? { encoding: 'utf-8', text: bufferOver(bytes).toString('utf8') }
    : { encoding: 'ansi', text: decodeAnsi(bytes) };
}

/**
 * Decodes an ini file as MicroSIP does: whatever does not begin with `FF FE` is ANSI, UTF-8 included, whose characters
 * and byte order mark come out mangled (facts D.2).
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` when a UTF-16 file ends within a character.
 */
export function decodeIniAsMicroSip(bytes: Uint8Array): string {
  if (!isUtf16(bytes)) return decodeAnsi(bytes);
  const { text, oddByte } = decodeUtf16(bytes);
  if (oddByte === undefined) return text;
  throw new MicroSipError(
    'SETTINGS_DAMAGED',
    'The ini file is UTF-16 but ends within a character; restore it from a backup, or delete it to start afresh.',
  );
}

/**
 * The bytes of an ini file.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when a character does not exist in the encoding.
 */
export function encodeIni({ encoding, text, oddByte }: DecodedIni): Uint8Array {
  switch (encoding) {
    case 'utf-16le':
      return encodeUtf16(text, oddByte);
    case 'utf-16be':
      return swapPairs(encodeUtf16(text, oddByte));
    case 'utf-8-bom':
      return encodeUtf8(`\uFEFF${text}`);
    case 'utf-8':
      return encodeUtf8(text);
    case 'ansi':
      return encodeAnsi(text);
  }
}

function decodeUtf16(bytes: Uint8Array): Omit<DecodedIni, 'encoding'> {
  const text = bufferOver(bytes).toString('utf16le', utf16Mark.length);
  const last = bytes.at(-1);
  return bytes.length % 2 === 0 || last === undefined ? { text } : { text, oddByte: last };
}

/** With its byte order mark. Halves of surrogate pairs stay as they are: Windows does not mind them either. */
function encodeUtf16(text: string, oddByte: number | undefined): Uint8Array {
  const oddBytes = oddByte === undefined ? [] : [oddByte];
  const bytes = Buffer.alloc(utf16Mark.length + text.length * 2 + oddBytes.length);
  bytes.set(utf16Mark);
  bytes.write(text, utf16Mark.length, 'utf16le');
  bytes.set(oddBytes, bytes.length - oddBytes.length);
  return bytes;
}

/** Turns one byte order into the other; a byte without a partner stays. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = Buffer.from(bytes);
  swapped.subarray(0, swapped.length - (swapped.length % 2)).swap16();
  return swapped;
}

function encodeUtf8(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) return Buffer.from(text, 'utf8');
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    'The text has half a surrogate pair, which UTF-8 cannot hold; leave it out.',
  );
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

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

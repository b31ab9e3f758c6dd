import { isAscii } from 'node:buffer';

import { settingSectionOf } from '../../catalogue/settings.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { IniDocument } from '../ini-document.ts';
import { decodeIni, encodeIni, type DecodedIni, type IniEncoding } from '../ini-encoding.ts';
import { linesOf } from '../ini-line.ts';

/** What a file of settings is to become; without bytes, it is to go. */
export interface NextSettings {
  readonly bytes: Uint8Array | undefined;
  readonly convertedFrom?: IniEncoding;
}

/**
 * Decodes the settings of a phone for what they are, an ini in UTF-8 included.
 *
 * @param bytes - nothing where there is no file: an empty ini
 * @throws MicroSipError `SETTINGS_DAMAGED` for what MicroSIP could not have written
 */
export function decodeSettings(path: string, bytes: Uint8Array | undefined): DecodedIni {
  if (bytes === undefined) return { encoding: 'utf-16le', text: '' };
  const decoded = decodeIni(bytes);
  const fault = faultOf(decoded);
  if (fault === undefined) return decoded;
  throw new MicroSipError(
    'SETTINGS_DAMAGED',
    `${path} ${fault}. It was left as it is; restore a backup ("microsip settings undo"), or move it away.`,
  );
}

/**
 * Edits the bytes of an ini. The result is UTF-16 with a byte order mark, which alone MicroSIP takes as it is
 * (facts D.2). An exception is an ini in an ANSI code page with more than ASCII in it: which code page, only Windows
 * knows, so its bytes stay, and MicroSIP converts them at its next start.
 *
 * @returns nothing when the edit changed nothing
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no ini, `INVALID_ARGUMENT` for what cannot be written, and what
 * the edit throws
 */
export function editSettings(
  path: string,
  bytes: Uint8Array | undefined,
  edit: (ini: IniDocument) => void,
): NextSettings | undefined {
  const decoded = decodeSettings(path, bytes);
  const ini = IniDocument.parse(decoded.text);
  edit(ini);
  const text = ini.toString();
  if (text === decoded.text) return undefined;
  if (decoded.encoding === 'ansi' && bytes !== undefined && !isAscii(bytes)) {
    refuseOtherThanAscii(path, decoded.text, text);
    return { bytes: encodeIni({ encoding: 'ansi', text }) };
  }
  const next = { bytes: encodeIni({ encoding: 'utf-16le', text }) };
  return decoded.encoding === 'utf-16le' ? next : { ...next, convertedFrom: decoded.encoding };
}

function faultOf({ encoding, oddByte, text }: DecodedIni): string | undefined {
  if (encoding === 'utf-16be') return 'is UTF-16 in big-endian order, which MicroSIP does not know';
  if (oddByte !== undefined) return 'is UTF-16 but ends within a character';
  if (text.includes('\0')) {
    return 'holds NUL characters: it is damaged, binary, or UTF-16 without its byte order mark';
  }
  const known = IniDocument.parse(text).sections.some((section) => settingSectionOf(section) !== undefined);
  if (!known && text.trim() !== '') {
    return 'has none of the sections that MicroSIP writes: it belongs to another program';
  }
  return undefined;
}

function refuseOtherThanAscii(path: string, before: string, after: string): void {
  const known = new Set(linesOf(before).map(({ text }) => text));
  const added = linesOf(after).find(({ text }) => !isAscii(Buffer.from(text)) && !known.has(text));
  if (added === undefined) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${path} is in an ANSI code page that only Windows knows, so nothing but ASCII can be added to it; ` +
      'start MicroSIP once, which converts the file to UTF-16, and try again.',
  );
}

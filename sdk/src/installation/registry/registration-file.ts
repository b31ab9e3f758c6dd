import { encodeRegistryData, registryKind } from './registry-data.ts';
import { ValueReader, type NamedValue } from './value-reader.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { RegistryValue } from './windows-registry.ts';

/** One key in a registration file. */
export interface RegistrationSection {
  /** With the root's full name: `HKEY_CURRENT_USER\Software\MicroSIP`. */
  readonly key: string;
  /** Whether the key goes, with all that lies below it; its values say nothing then. */
  readonly removed: boolean;
  /** In their order. */
  readonly values: readonly NamedValue[];
}

const header = 'Windows Registry Editor Version 5.00';

const unescaped: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
]);

/** So many bytes a line make lines of about 80 characters, as Windows writes them. */
const bytesPerLine = 25;

/**
 * Reads a registration file (`.reg`) as `regedit` and `reg.exe` of Windows and of Wine write it.
 *
 * @returns nothing when it is none of version 5; what is no line of one is passed over, as Windows does
 */
export function parseRegistrationFile(file: Uint8Array | string): readonly RegistrationSection[] | undefined {
  const text = typeof file === 'string' ? file : decodeFile(file);
  return text.startsWith(header) ? readSections(text) : undefined;
}

/**
 * Writes a registration file that Windows and Wine import alike. In a file it is UTF-16 behind a byte order mark; see
 * `registrationFileBytes`.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for a name with a line break or a NUL in it, for which there is no way to
 * be written that both understand
 */
export function formatRegistrationFile(sections: readonly RegistrationSection[]): string {
  return [header, '', ...sections.flatMap((section) => [...formatSection(section), ''])].join('\r\n');
}

/** A registration file as it lies on the disk. */
export function registrationFileBytes(sections: readonly RegistrationSection[]): Uint8Array {
  return Buffer.from(`\uFEFF${formatRegistrationFile(sections)}`, 'utf16le');
}

function formatSection({ key, removed, values }: RegistrationSection): readonly string[] {
  const title = `[${removed ? '-' : ''}${writable(key)}]`;
  return removed ? [title] : [title, ...values.map(([name, value]) => formatValue(name, value))];
}

function formatValue(name: string, value: RegistryValue | undefined): string {
  const left = name === '' ? '@' : `"${escape(writable(name))}"`;
  return `${left}=${value === undefined ? '-' : formatData(value)}`;
}

function formatData(value: RegistryValue): string {
  if (value.type === 'string' && !hasControlCharacter(value.text)) return `"${escape(value.text)}"`;
  if (value.type === 'number') return `dword:${hexadecimal(value.number, 8)}`;
  const { kind, bytes } = encodeRegistryData(value);
  return `${kind === registryKind.binary ? 'hex' : `hex(${kind.toString(16)})`}:${formatBytes(bytes)}`;
}

function formatBytes(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += bytesPerLine) {
    lines.push(
      Array.from(bytes.subarray(start, start + bytesPerLine), (byte) => hexadecimal(byte, 2)).join(','),
    );
  }
  return lines.join(',\\\r\n  ');
}

function hexadecimal(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

function escape(text: string): string {
  return text.replaceAll(/["\\]/gu, String.raw`\$&`);
}

function writable(name: string): string {
  if (!/[\0\r\n]/u.test(name)) return name;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `The name ${JSON.stringify(name)} has a line break or a NUL in it, which no registration file can name.`,
  );
}

/** Windows writes a line break into a text as it is, Wine as `\n`, and neither reads the other's. */
function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\0-\x1f\u2028\u2029]/u.test(text);
}

function decodeFile(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isUtf16 = buffer[0] === 0xff && buffer[1] === 0xfe;
  return buffer.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/u, '');
}

function readSections(text: string): readonly RegistrationSection[] {
  const sections: { key: string; removed: boolean; values: NamedValue[] }[] = [];
  const reader = new ValueReader(text, header.length, unescape);
  while (reader.position < text.length) {
    reader.match(/\s*/uy);
    // Names of keys may have brackets in them: the last of the line closes.
    const title = reader.match(/\[(-?)([^\r\n]*)\]/uy);
    if (title !== undefined) {
      sections.push({ key: title[2] ?? '', removed: title[1] === '-', values: [] });
      continue;
    }
    const value = reader.value();
    if (value === undefined) reader.skipLine();
    else sections.at(-1)?.values.push(value);
  }
  return sections;
}

/** Windows escapes only the backslash and the quotation mark; Wine also line breaks. */
function unescape(text: string): string {
  return text.replaceAll(/\\([^])/gu, (_escape, unit: string) => unescaped.get(unit) ?? unit);
}

import type { RegistryValue } from './windows-registry.ts';

/** A value of the registry as it is kept: the number of its type in Windows, and its bytes. */
export interface RegistryData {
  readonly kind: number;
  readonly bytes: Uint8Array;
}

/** The types of Windows that are read as something else than bytes. */
export const registryKind = { string: 1, expandableString: 2, binary: 3, number: 4 } as const;

/**
 * What a value means. Bytes that are no whole text or number stay bytes under the type they claim, so that writing
 * the value again writes the same bytes; `textOf` still finds the text in them.
 */
export function decodeRegistryData({ kind, bytes }: RegistryData): RegistryValue {
  if (kind === registryKind.number && bytes.length === 4) {
    return { type: 'number', number: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) };
  }
  if (kind === registryKind.string || kind === registryKind.expandableString) {
    const text = wholeText(bytes);
    if (text !== undefined) {
      return { type: kind === registryKind.string ? 'string' : 'expandable-string', text };
    }
  }
  return { type: 'binary', kind, bytes };
}

/** How a value is kept. */
export function encodeRegistryData(value: RegistryValue): RegistryData {
  switch (value.type) {
    case 'string':
      return { kind: registryKind.string, bytes: textBytes(value.text) };
    case 'expandable-string':
      return { kind: registryKind.expandableString, bytes: textBytes(value.text) };
    case 'number': {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, value.number, true);
      return { kind: registryKind.number, bytes };
    }
    case 'binary':
      return { kind: value.kind, bytes: value.bytes };
  }
}

/** A text as it is kept, with the NUL at its end. */
export function textBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`${text}\0`, 'utf16le'));
}

/** A text as programs read it out of the bytes of a value: up to the first NUL or the last whole character. */
export function textWithin(bytes: Uint8Array): string {
  const text = utf16(bytes);
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** The text, if it is one that ends in its only NUL. */
function wholeText(bytes: Uint8Array): string | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const text = utf16(bytes);
  return text.indexOf('\0') === text.length - 1 ? text.slice(0, -1) : undefined;
}

/** Not by `TextDecoder`: it would replace the lone surrogates that Windows lets through. */
function utf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
}

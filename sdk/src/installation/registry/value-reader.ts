import { decodeRegistryData, registryKind, textBytes } from './registry-data.ts';
import type { RegistryValue } from './windows-registry.ts';

/** A value with its name; nothing stands for one that goes. */
export type NamedValue = readonly [name: string, value: RegistryValue | undefined];

/**
 * Reads values as registration files and the files of Wine write them: `"name"=dword:0000000a`. Texts and bytes may
 * go over several lines, so it goes through the text once rather than line by line.
 */
export class ValueReader {
  readonly #text: string;
  readonly #unescape: (text: string) => string;
  #position: number;

  /**
   * @param unescape - what the text between quotation marks means; Windows and Wine differ in what they escape
   */
  constructor(text: string, position: number, unescape: (text: string) => string) {
    this.#text = text;
    this.#position = position;
    this.#unescape = unescape;
  }

  get position(): number {
    return this.#position;
  }

  /** A value that begins here; nothing when none does, or not a whole one. */
  value(): NamedValue | undefined {
    const name = this.match(/@/uy) === undefined ? this.#quoted() : '';
    if (name === undefined || this.match(/[ \t]*=[ \t]*/uy) === undefined) return undefined;
    if (this.match(/-/uy) !== undefined) return [name, undefined];
    const value = this.#data();
    return value === undefined ? undefined : [name, value];
  }

  /** What a sticky pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#position = pattern.lastIndex;
    return match;
  }

  skipLine(): void {
    const end = this.#text.indexOf('\n', this.#position);
    this.#position = end === -1 ? this.#text.length : end + 1;
  }

  #data(): RegistryValue | undefined {
    // Only Wine writes the type before a text.
    const textKind = this.match(/(?:str\(([\da-f]{1,8})\):)?(?=")/iuy);
    if (textKind !== undefined) {
      const text = this.#quoted();
      return text === undefined ? undefined : textValue(kindOf(textKind[1], registryKind.string), text);
    }
    const number = this.match(/dword:([\da-f]{1,8})/iuy)?.[1];
    if (number !== undefined) return { type: 'number', number: Number.parseInt(number, 16) };

    const kind = this.match(/hex(?:\(([\da-f]{1,8})\))?:/iuy);
    if (kind === undefined) return undefined;
    return decodeRegistryData({ kind: kindOf(kind[1], registryKind.binary), bytes: this.#bytes() });
  }

  #quoted(): string | undefined {
    if (this.#text[this.#position] !== '"') return undefined;
    const end = this.#closingQuote(this.#position + 1);
    if (end === undefined) return undefined;
    const raw = this.#text.slice(this.#position + 1, end);
    this.#position = end + 1;
    return raw.includes('\\') ? this.#unescape(raw) : raw;
  }

  #closingQuote(from: number): number | undefined {
    for (
      let quote = this.#text.indexOf('"', from);
      quote !== -1;
      quote = this.#text.indexOf('"', quote + 1)
    ) {
      let backslashes = 0;
      while (quote - backslashes > from && this.#text[quote - backslashes - 1] === '\\') backslashes++;
      if (backslashes % 2 === 0) return quote;
    }
    return undefined;
  }

  /** Up to the first line that does not end in a backslash. */
  #bytes(): Uint8Array {
    const start = this.#position;
    let end: number;
    do {
      this.skipLine();
      end = this.#position;
    } while (/\\\s*$/u.test(this.#text.slice(Math.max(start, end - 8), end)) && end < this.#text.length);
    const digits = this.#text.slice(start, end).replaceAll(/[\\\s]+/gu, '');
    return Uint8Array.from(digits === '' ? [] : digits.split(','), (pair) => Number.parseInt(pair, 16));
  }
}

function kindOf(hexadecimal: string | undefined, otherwise: number): number {
  return hexadecimal === undefined ? otherwise : Number.parseInt(hexadecimal, 16);
}

function textValue(kind: number, text: string): RegistryValue {
  if (kind === registryKind.string && !text.includes('\0')) return { type: 'string', text };
  return decodeRegistryData({ kind, bytes: textBytes(text) });
}

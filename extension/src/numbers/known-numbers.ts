import type { PhoneNumber } from 'libphonenumber-js/max';
import { checkTarget, type TargetCheck } from 'microsip-sdk/target';

import type { PhoneNumberLibrary } from './phone-number-library.ts';

/** What the numbering plans say about a text. */
export interface KnownNumber {
  readonly region: string | undefined;
  /** What would be dialled. */
  readonly check: TargetCheck;
  /** As it is written in its own country. */
  readonly national: string;
  /** As it is written abroad. */
  readonly international: string;
}

/** More numbers than are seen in a few documents. */
const mostNumbers = 4096;

/**
 * What was asked about once. Documents are looked at again with every change, by links, hovers and lenses alike, and
 * the numbers in them stay mostly the same.
 */
export class KnownNumbers {
  readonly #numbers = new Map<string, KnownNumber | undefined>();

  /** The number that a text is, read as in a region; `undefined` if it is none. */
  read(text: string, region: string | undefined, library: PhoneNumberLibrary): KnownNumber | undefined {
    const key = `${region ?? ''} ${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined || this.#numbers.has(key)) return known;
    const number = readNumber(text, region, library);
    const [oldest] = this.#numbers.keys();
    if (this.#numbers.size >= mostNumbers && oldest !== undefined) this.#numbers.delete(oldest);
    this.#numbers.set(key, number);
    return number;
  }
}

function readNumber(
  text: string,
  region: string | undefined,
  { isSupportedCountry, parsePhoneNumberFromString }: PhoneNumberLibrary,
): KnownNumber | undefined {
  const number = parsePhoneNumberFromString(text, {
    ...(region !== undefined && isSupportedCountry(region) ? { defaultCountry: region } : {}),
    extract: false,
  });
  return number?.isValid() === true ? described(text, number) : undefined;
}

/** Writing a number costs as much as reading it, and is not always asked for. */
function described(text: string, number: PhoneNumber): KnownNumber {
  return {
    region: number.country,
    check: checkTarget(text),
    get national() {
      return number.formatNational();
    },
    get international() {
      return number.formatInternational();
    },
  };
}

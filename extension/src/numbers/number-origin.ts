import type { Target } from 'microsip-sdk/target';

import { loadPhoneNumberLibrary } from './phone-number-library.ts';

/** Whose number something is. */
export interface NumberOrigin {
  /** As it is written abroad, such as `+49 30 123456`. */
  readonly international: string;
  /** The name of its country; `undefined` for a number of none, such as one of a satellite. */
  readonly country: string | undefined;
}

/** Shorter numbers are extensions and services, of which every telephone system has its own. */
const fewestDigits = 6;

/**
 * Whose number a target is; `undefined` for an address, an extension, and what no numbering plan knows.
 *
 * @param region - whose numbers are written without a country code
 * @param locale - the language that countries are named in
 */
export async function originOf(
  target: Target,
  region: string | undefined,
  locale: string,
): Promise<NumberOrigin | undefined> {
  if (target.kind !== 'number' || target.number.length < fewestDigits) return undefined;
  const { isSupportedCountry, parsePhoneNumberFromString } = await loadPhoneNumberLibrary();
  const number = parsePhoneNumberFromString(target.number, {
    ...(region !== undefined && isSupportedCountry(region) ? { defaultCountry: region } : {}),
    extract: false,
  });
  if (number?.isValid() !== true) return undefined;
  const { country } = number;
  return {
    international: number.formatInternational(),
    country: country === undefined ? undefined : countryName(country, locale),
  };
}

/** The name of a country in a language; its two letters where the language has no name for it. */
export function countryName(region: string, locale: string): string {
  return new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' }).of(region) ?? region;
}

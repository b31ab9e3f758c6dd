/** Country codes by the ITU's zones: no code is the beginning of another one (E.164). */
const countryCode =
  /^(?:1|7|2(?:[07]|[1-689]\d)|3(?:[0-469]|[578]\d)|4(?:[013-9]|2\d)|5(?:[1-8]|[09]\d)|6(?:[0-6]|[7-9]\d)|8(?:[1246]|[035789]\d)|9(?:[0-58]|[679]\d))$/u;

/** Whether the digits are a country code, or would be one if it were assigned. */
export function isCountryCode(digits: string): boolean {
  return countryCode.test(digits);
}

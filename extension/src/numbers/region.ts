/**
 * The region whose numbers are written without a country code.
 *
 * @param setting - what the user chose: two letters of ISO 3166-1, or nothing
 * @param locale - the language of the user interface, such as `de` or `pt-br`
 * @returns two capital letters, or `undefined` when neither tells: then only international numbers are known
 */
export function regionOf(setting: string, locale: string): string | undefined {
  const chosen = setting.trim().toUpperCase();
  if (/^[A-Z]{2}$/u.test(chosen)) return chosen;
  try {
    const region = new Intl.Locale(locale).maximize().region;
    return region !== undefined && /^[A-Z]{2}$/u.test(region) ? region : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

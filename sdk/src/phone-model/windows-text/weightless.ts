/**
 * Characters without weight, which Windows' `lstrcmp` ignores: control characters but white space, and invisible
 * format characters. Of the soft hyphen this was seen under Wine (facts N, A.1); for the others it follows from the
 * Unicode collation tables (inferred).
 */
const weightless = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}]/gu;

/** What `lstrcmp`, by which whole command lines are compared, sees of a text. */
export function withoutWeightless(text: string): string {
  return text.replace(weightless, '');
}

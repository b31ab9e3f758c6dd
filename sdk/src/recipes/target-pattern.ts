import type { Target } from '../target/target.ts';

/** Keys sent after the answer; a comma in first or last place is not understood by every version (facts A.7). */
const keys = '(?:,+[0-9*#]+)*';

/**
 * What a snippet lets through as a target, by what it was made for: small enough to read, and enough for that nothing
 * else than a call comes of it (facts A.4-A.6, N). A number cannot become an address by being edited, and neither can
 * become a command: no slash, no blank, nothing but ASCII, no scheme but `sip:`. MicroSIP turns `%20` into a blank.
 *
 * In the syntax that Python, JavaScript, .NET and PCRE read alike; to be matched against the whole text.
 */
export const targetPatterns: Readonly<Record<Target['kind'], string>> = {
  number: `(?!.{257})[+]?[0-9*#]+${keys}`,
  'account-user': `(?!.{257})[A-Za-z_][A-Za-z0-9_.-]*${keys}`,
  'sip-uri': `(?!.{257})(?!.*%20)sip:(?:sip:[+]|[A-Za-z0-9_.!~*'()&=$%-])[A-Za-z0-9_.!~*'()&=$%+-]*@[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?(?:;[A-Za-z0-9_.!~*'()&=$%+;-]*)?${keys}`,
};

/** Keys that are sent in a call (facts A.8). */
export const digitsPattern = '[0-9*#A-D]{1,256}';

/** The number of an account; 0 would be none (facts A.5). */
export const accountPattern = '[1-9][0-9]{0,2}';

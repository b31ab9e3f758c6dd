const leadingInteger = /^[\s\0]*([+-]?)(\p{Nd}+)/u;
const largest = 0x7fff_ffff;

/**
 * The number at the beginning of a text as the C runtime of Windows reads it (`_wtoi`): after white space and a sign,
 * digits of any script, limited to 32 bits; 0 when there is none.
 */
export function parseWindowsInteger(text: string): number {
  const [, sign, digits] = leadingInteger.exec(text) ?? [];
  if (digits === undefined) return 0;
  let value = 0;
  for (const digit of digits) value = Math.min(value * 10 + digitValue(digit), largest);
  return sign === '-' ? -value : value;
}

/** The decimal digits of a script stand in a row of ten. */
function digitValue(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** A decimal digit of one of the scripts that telephone numbers are recognised in. */
export const DIGIT = 1;
/** What people put between the digits of a number, as libphonenumber-js knows it. */
export const PUNCTUATION = 2;
/** What may stand in front of the first digit. */
export const LEAD = 4;
/** Changes the writing direction of what follows, so that digits are shown in another order than dialled. */
export const OVERRIDE = 8;
export const LINE_END = 16;

const classes = new Uint8Array(0x10000);

function assign(from: number, to: number, characterClass: number): void {
  for (let code = from; code <= to; code++) classes[code] = (classes[code] ?? 0) | characterClass;
}

function assignEach(characters: string, characterClass: number): void {
  for (let index = 0; index < characters.length; index++) {
    const code = characters.charCodeAt(index);
    assign(code, code, characterClass);
  }
}

assign(0x30, 0x39, DIGIT);
assign(0xff10, 0xff19, DIGIT);
assign(0x660, 0x669, DIGIT);
assign(0x6f0, 0x6f9, DIGIT);
assign(0x2010, 0x2015, PUNCTUATION);
assignEach(
  '-\u2212\u30FC\uFF0D\uFF0F \u00A0\u00AD\u200B\u2060\u3000()\uFF08\uFF09\uFF3B\uFF3D.[]/~\u2053\u223C\uFF5E',
  PUNCTUATION,
);
assignEach('+\uFF0B([\uFF08\uFF3B', LEAD);
assignEach('\u202D\u202E', OVERRIDE);
assignEach('\n\r\u2028\u2029', LINE_END);

/** Whether a UTF-16 code unit is of one of these classes. `NaN`, past the end of a text, is of none. */
export function isOf(code: number, characterClasses: number): boolean {
  return ((classes[code] ?? 0) & characterClasses) !== 0;
}

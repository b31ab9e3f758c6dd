import { DIGIT, isOf, LEAD, LINE_END, OVERRIDE, PUNCTUATION } from './character-class.ts';

/** A stretch of a text that is digits and what people put between them. */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
}

/** No number has fewer digits, but for those that only a link can name, such as extensions. */
const fewestDigits = 6;

/** Between two groups of digits; libphonenumber-js takes no more for one number. */
const longestGap = 4;

/** Longer than any number however it is written; what goes on longer is a table. Its parts are looked at one by one. */
const longestRun = 96;

/** Characters after which the time is looked at. */
const stretch = 16_384;

/**
 * Where numbers can be: the cheap look that comes before everything else. It takes each character once, and leaves out
 * nothing that libphonenumber-js could take for a number of six digits or more, except what stands on a line behind a
 * character that changes the order in which digits are shown.
 *
 * @returns the runs, and how far the text was looked at before the time was up
 */
export function findNumberRuns(
  text: string,
  from: number,
  to: number,
  isTimeUp: () => boolean,
): { readonly runs: readonly NumberRun[]; readonly searchedTo: number } {
  const runs: NumberRun[] = [];
  let overridden = false;
  let nextLook = from + stretch;
  let index = from;
  while (index < to) {
    if (index >= nextLook) {
      if (isTimeUp()) return { runs, searchedTo: index };
      nextLook = index + stretch;
    }
    const code = text.charCodeAt(index);
    if (isOf(code, DIGIT)) {
      const run = runAt(text, index, from);
      if (run.digits >= fewestDigits && !overridden) runs.push({ start: run.start, end: run.end });
      index = run.end;
    } else {
      if (isOf(code, OVERRIDE)) overridden = true;
      else if (overridden && isOf(code, LINE_END)) overridden = false;
      index++;
    }
  }
  return { runs, searchedTo: to };
}

function runAt(
  text: string,
  firstDigit: number,
  from: number,
): { readonly start: number; readonly end: number; readonly digits: number } {
  let digits = 0;
  let end = firstDigit;
  let index = firstDigit;
  while (index < text.length && index - firstDigit < longestRun) {
    const code = text.charCodeAt(index);
    if (isOf(code, DIGIT)) {
      digits++;
      end = index + 1;
    } else if (!isOf(code, PUNCTUATION) || index - end >= longestGap) break;
    index++;
  }
  return { start: leadOf(text, firstDigit, from), end, digits };
}

/** Where the plus and the bracket in front of the first digit begin: `+(49`, `(+49`, `[+49`. */
function leadOf(text: string, firstDigit: number, from: number): number {
  let start = firstDigit;
  while (start > from && firstDigit - start < 2 && isOf(text.charCodeAt(start - 1), LEAD)) start--;
  return start;
}

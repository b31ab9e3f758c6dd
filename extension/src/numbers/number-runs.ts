/** A stretch of a text that is digits and what people put between them. */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
}

const digit = '[\\d\\uFF10-\\uFF19\\u0660-\\u0669\\u06F0-\\u06F9]';
const punctuation =
  '[-\\u2010-\\u2015\\u2212\\u30FC\\uFF0D\\uFF0F \\u00A0\\u00AD\\u200B\\u2060\\u3000()\\uFF08\\uFF09\\uFF3B\\uFF3D\\uFF0E.[\\]/~\\u2053\\u223C\\uFF5E]';

/**
 * Six digits or more, with at most four other characters between two of them, as libphonenumber-js takes them. The two
 * kinds of characters have none in common, so there is one way to match, and no going back and forth.
 */
const run = new RegExp(`${digit}(?:${punctuation}{0,4}${digit}){5,47}`, 'gu');

/** No run is longer: 48 digits and what is between them. What goes on is another run. */
const longestRun = 48 * 5;

/** Characters after which the time is looked at. */
const stretch = 1024;

/** What may stand in front of the first digit. */
const leads = '+＋([（［';

/** Show what follows on the line in another order than it is dialled in. */
const override = /[\u202D\u202E]/u;

/**
 * Where numbers can be: the cheap look that comes before everything else. It leaves out nothing that libphonenumber-js
 * could take for a number of six digits or more, except what stands on a line behind a character that changes the
 * order in which digits are shown.
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
  let index = from;
  while (index < to) {
    if (index > from && isTimeUp()) return { runs, searchedTo: index };
    const stretchEnd = Math.min(index + stretch, to);
    const part = text.slice(index, stretchEnd + longestRun);
    const isOverridden = override.test(part);
    run.lastIndex = 0;
    let next = stretchEnd;
    for (let match = run.exec(part); match !== null; match = run.exec(part)) {
      const start = index + match.index;
      if (start >= stretchEnd) break;
      const end = start + match[0].length;
      next = Math.max(next, end);
      if (!isOverridden || !override.test(lineBefore(text, start))) {
        runs.push({ start: leadOf(text, start, from), end });
      }
    }
    index = next;
  }
  return { runs, searchedTo: to };
}

/** Where the plus and the bracket in front of the first digit begin: `+(49`, `(+49`, `[+49`. */
function leadOf(text: string, firstDigit: number, from: number): number {
  let start = firstDigit;
  while (start > from && firstDigit - start < 2 && leads.includes(text.charAt(start - 1))) start--;
  return start;
}

/** What stands before on the same line, as far as anyone looks for what it does to the order. */
function lineBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 512), end);
  return before.slice(before.lastIndexOf('\n') + 1);
}

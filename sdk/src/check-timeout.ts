import { MicroSipError } from './microsip-error.ts';

/** The longest time that timers of Node.js can measure; a longer one would be over at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/** @throws MicroSipError `INVALID_ARGUMENT` for a time that cannot be measured */
export function checkTimeout(timeoutMs: number): void {
  if (timeoutMs >= 1 && timeoutMs <= longestTimeoutMs) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `A time limit is a number of milliseconds from 1 to ${longestTimeoutMs}, not ${timeoutMs}.`,
  );
}

import type { Clock } from '../clock.ts';

/** As long as somebody who pressed Enter waits for something to happen. In milliseconds. */
const patienceMs = 2000;

/** Waits until something is done, or failed, but not for long. */
export function inTime(work: Promise<unknown>, clock: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(patienceMs, resolve);
    const end = (): void => {
      cancel();
      resolve();
    };
    work.then(end, end);
  });
}

const firstMs = 5_000;
const longestMs = 300_000;

/**
 * How long a phone that could not be watched is left alone before it is looked for again: ever longer, as one that is
 * not installed may never be.
 *
 * @param failures - how often it failed in a row before, 0 at first
 */
export function retryDelayMs(failures: number): number {
  return Math.min(firstMs * 2 ** failures, longestMs);
}

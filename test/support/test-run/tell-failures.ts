import { failuresOf, mergedAccount, type Account } from './file-result.ts';
import type { Outcome } from './outcome.ts';
import type { SteadiedResults } from './second-run.ts';

/**
 * Prints the failures of test files, and counts what came of them.
 *
 * @param part - the tests they are
 */
export function tellFailures(
  part: string,
  { results, unsteady }: SteadiedResults,
): Account & Pick<Outcome, 'unsteady'> {
  const failures = results.flatMap((result) => failuresOf(result) ?? []);
  if (failures.length > 0) console.log(`\nFailures of ${part}\n\n${failures.join('\n\n')}`);
  if (unsteady.length > 0) {
    console.log(`\nUnsteady ${part}: failed at first, and passed alone\n\n${unsteady.join('\n\n')}`);
  }
  return { ...mergedAccount(results), unsteady: unsteady.length };
}

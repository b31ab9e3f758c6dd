import { accountFor, failuresOf, type Account, type FileResult, type ProcessEnd } from './file-result.ts';

/** More files or suites than this do not fail by accident. */
const mostByAccident = 3;

/** What came of test files of which some may have had a second run. */
export interface SteadiedResults {
  readonly results: readonly FileResult[];
  /** The failures of the files that failed beside others and passed by themselves. */
  readonly unsteady: readonly string[];
}

/**
 * Runs the files that failed beside others once more by themselves. Many tests wait for programs that are not ours
 * (VS Code, Chromium, Wine), which a busy machine can make too slow. What passes then does not fail the run, but is
 * told: an unsteady test is a fault to be found.
 *
 * @param runAlone - runs a file while no other of its kind runs; `undefined` where the run was interrupted
 */
export async function steadied(
  results: readonly FileResult[],
  runAlone: (file: string) => Promise<FileResult | undefined>,
): Promise<SteadiedResults> {
  const failed = results.filter(hasFailed);
  if (failed.length > mostByAccident || results.length === 1) return { results, unsteady: [] };
  const again = new Map<string, FileResult>();
  for (const { file } of failed) {
    const result = await runAlone(file);
    if (result !== undefined) again.set(file, result);
  }
  return {
    results: results.map((result) => again.get(result.file) ?? result),
    unsteady: failed
      .filter(({ file }) => {
        const result = again.get(file);
        return result !== undefined && !hasFailed(result);
      })
      .flatMap((result) => failuresOf(result) ?? []),
  };
}

/** What came of one process with the suites of many files, of which some may have had a second run. */
export interface SteadiedSuites {
  readonly account: Account;
  /** Whether suites failed beside others and passed by themselves. */
  readonly isUnsteady: boolean;
}

/**
 * The same for the suites of one process, which all run in the same program.
 *
 * @param runAlone - runs the suites whose full titles match
 */
export async function steadiedSuites(
  first: ProcessEnd,
  runAlone: (grep: string) => Promise<ProcessEnd>,
): Promise<SteadiedSuites> {
  const account = accountFor(first);
  const failed = first.report?.failedSuites ?? [];
  const asFirst = { account, isUnsteady: false };
  // A process that died has said nothing of suites.
  if (failed.length === 0 || failed.length > mostByAccident) return asFirst;
  const titles = failed.map(({ title }) => title.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
  const again = accountFor(await runAlone(`^(?:${titles.join('|')}) `));
  if (again.passed === 0 || again.failed > 0) return asFirst;
  const passedThere = failed.reduce((sum, { passed }) => sum + passed, 0);
  const failedThere = failed.reduce((sum, each) => sum + each.failed, 0);
  return {
    account: {
      ...account,
      passed: account.passed - passedThere + again.passed,
      failed: account.failed - failedThere,
    },
    isUnsteady: true,
  };
}

function hasFailed(result: FileResult): boolean {
  return accountFor(result).failed > 0;
}

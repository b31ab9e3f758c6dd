import type { TestReport } from '../mocha/test-report.ts';
import type { Outcome } from './outcome.ts';

/** How a mocha process ended. */
export interface ProcessEnd {
  /** `undefined` when it died before it could write one. */
  readonly report: TestReport | undefined;
  readonly exitCode: number | undefined;
}

/** What came of one test file. */
export interface FileResult extends ProcessEnd {
  /** Relative to `test/`. */
  readonly file: string;
  /** What ended the process, when it did not end by itself. */
  readonly killedBy: string | undefined;
}

/** What is counted of a part of the test run. */
export type Account = Pick<Outcome, 'passed' | 'failed' | 'skipped'>;

/** A mocha process's report; one that died, or failed without a failing test, adds a failure of its own. */
export function accountFor(end: ProcessEnd): Account {
  const { passed, failed, skipped } = end.report ?? { passed: 0, failed: 0, skipped: [] };
  return { passed, failed: failsUnexplained(end) ? failed + 1 : failed, skipped };
}

/** One account of all files. */
export function mergedAccount(results: readonly FileResult[]): Account {
  const accounts = results.map(accountFor);
  return {
    passed: accounts.reduce((sum, { passed }) => sum + passed, 0),
    failed: accounts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: accounts.flatMap(({ skipped }) => skipped),
  };
}

/** The failures of a file as text, with its name; `undefined` when there are none. */
export function failuresOf(result: FileResult): string | undefined {
  const failures = result.report?.failures ?? '';
  const end =
    result.killedBy === undefined ? `with exit code ${String(result.exitCode)}` : `by ${result.killedBy}`;
  const unexplained = failsUnexplained(result)
    ? [`  ✖ its process ended ${end}${result.report === undefined ? ', before its tests were through' : ''}`]
    : [];
  const lines = [...(failures === '' ? [] : [failures]), ...unexplained];
  return lines.length === 0 ? undefined : [`  test/${result.file}`, ...lines].join('\n');
}

function failsUnexplained({ report, exitCode }: ProcessEnd): boolean {
  return report === undefined || (report.failed === 0 && exitCode !== 0);
}

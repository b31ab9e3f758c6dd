import { readFileSync, writeFileSync } from 'node:fs';

import type { Skipped } from '../test-run/outcome.ts';

/** What a mocha process tells the test runner, through the file that `MICROSIP_TEST_REPORT` names. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
}

export const reportVariable = 'MICROSIP_TEST_REPORT';

export function writeReport(report: TestReport): void {
  const file = process.env[reportVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
}

/** The report of a process that has ended, or `undefined` when it died before it could write one. */
export function readReport(file: string): TestReport | undefined {
  const text = readFileSync(file, 'utf8');
  // The file was written by writeReport of this very version.
  return text === '' ? undefined : (JSON.parse(text) as TestReport);
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Skipped } from '../test-run/outcome.ts';

/** What a mocha process tells the test runner, through the file that `MICROSIP_TEST_REPORT` names. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
  /** The outermost `describe`s of which a test failed. */
  readonly failedSuites: readonly FailedSuite[];
  /** The failures in full, as text; empty when there are none. */
  readonly failures: string;
}

/** What came of an outermost `describe` of which a test failed. */
export interface FailedSuite {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
}

export const reportVariable = 'MICROSIP_TEST_REPORT';

export function writeReport(report: TestReport): void {
  const file = process.env[reportVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
}

/** The report of a process that has ended, or `undefined` when it died before it could write one. */
export function readReport(file: string): TestReport | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // The file was written by writeReport of this very version.
  return text === '' ? undefined : (JSON.parse(text) as TestReport);
}

/** Gives a function a path for a report, and removes what is there afterwards. */
export async function withReportFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'microsip-test-report-'));
  try {
    return await use(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { execa } from 'execa';

import { readReport, reportVariable } from '../mocha/test-report.ts';
import type { Outcome } from './outcome.ts';

/** What a run of mocha on Node needs to know. */
export interface NodeTestOptions {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs mocha in a process of its own, so that a crash costs its tests and not the summary. */
export async function runNodeTests(root: string, options: NodeTestOptions): Promise<Outcome> {
  const started = Date.now();
  const result = await withReportFile(async (reportFile) => {
    const grep = options.grep === undefined ? [] : ['--grep', options.grep];
    const program = path.join(import.meta.dirname, '../mocha/run-mocha-files.ts');
    const run = await execa(process.execPath, [program, ...grep, ...options.files], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      reject: false,
      env: { ...options.environment, [reportVariable]: reportFile },
    });
    return { report: readReport(reportFile), exitCode: run.exitCode };
  });
  return { part: 'tests on Node.js', ...accountFor(result), milliseconds: Date.now() - started };
}

/** A mocha process's report; one that died, or failed without a failing test, adds a failure of its own. */
export function accountFor(result: {
  readonly report: ReturnType<typeof readReport>;
  readonly exitCode: number | undefined;
}): Pick<Outcome, 'passed' | 'failed' | 'skipped'> {
  const { passed, failed, skipped } = result.report ?? { passed: 0, failed: 0, skipped: [] };
  const unexplained = failed === 0 && (result.report === undefined || result.exitCode !== 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

/** Gives a function the path of an empty file for a report, and removes it afterwards. */
export async function withReportFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'microsip-test-report-'));
  const file = path.join(folder, 'report.json');
  writeFileSync(file, '');
  try {
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

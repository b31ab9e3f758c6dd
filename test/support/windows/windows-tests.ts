import path from 'node:path';

import { readReport, reportVariable, withReportFile } from '../mocha/test-report.ts';
import { endingInOrder } from '../test-run/ending-in-order.ts';
import { failuresOf, mergedAccount, type FileResult } from '../test-run/file-result.ts';
import type { Outcome } from '../test-run/outcome.ts';
import { findWindows } from './provide-windows.ts';
import type { WindowsTestBed } from './windows-machine.ts';

/** What a run of the tests on Windows needs to know. */
export interface WindowsTestOptions {
  /** Relative to `test/`. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
  readonly announce: (line: string) => void;
  /** Whether it is a failure that this system lacks something it could have. */
  readonly required: boolean;
}

const part = 'tests on Windows';

/**
 * Runs mocha inside the Node.js of Windows, file by file: they share its registry and its desktop.
 *
 * @returns nothing where there is no Windows and none is required
 */
export async function runWindowsTests(
  root: string,
  { announce, required, ...options }: WindowsTestOptions,
): Promise<Outcome | undefined> {
  const started = Date.now();
  const found = findWindows(root);
  if (!found.ok) {
    announce(`Not run: ${found.reason}`);
    if (!required || !found.possible) return undefined;
    return { part, passed: 0, failed: 1, skipped: [], milliseconds: 0 };
  }
  const results = await endingInOrder(async (signal) => {
    await using bed = await found.value();
    return await runFiles(root, bed, { ...options, signal });
  });
  const failures = results.flatMap((result) => failuresOf(result) ?? []);
  if (failures.length > 0) console.log(`\nFailures on Windows\n\n${failures.join('\n\n')}`);
  return { part, ...mergedAccount(results), milliseconds: Date.now() - started };
}

interface RunOptions extends Pick<WindowsTestOptions, 'files' | 'grep'> {
  readonly signal: AbortSignal;
}

async function runFiles(
  root: string,
  bed: WindowsTestBed,
  { files, ...options }: RunOptions,
): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  for (const file of files) {
    if (options.signal.aborted) break;
    results.push(await runFile(root, bed, { file, ...options }));
  }
  return results;
}

async function runFile(
  root: string,
  { machine, environment }: WindowsTestBed,
  { file, grep, signal }: Omit<RunOptions, 'files'> & { readonly file: string },
): Promise<FileResult> {
  return await withReportFile(async (reportFile) => {
    const { output, ...end } = await machine.runScript(
      path.join(root, 'test/support/mocha/run-mocha-files.ts'),
      [...(grep === undefined ? [] : ['--grep', grep]), machine.pathOf(path.join(root, 'test', file))],
      { environment: { ...environment, [reportVariable]: machine.pathOf(reportFile) }, signal },
    );
    if (output !== '') console.log(output.trimEnd());
    return { file, report: readReport(reportFile), ...end };
  });
}

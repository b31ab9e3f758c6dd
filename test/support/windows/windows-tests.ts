import path from 'node:path';

import { readReport, reportVariable, withReportFile } from '../mocha/test-report.ts';
import { endingInOrder } from '../test-run/ending-in-order.ts';
import type { FileResult } from '../test-run/file-result.ts';
import type { Outcome } from '../test-run/outcome.ts';
import { steadied, type SteadiedResults } from '../test-run/second-run.ts';
import { tellFailures } from '../test-run/tell-failures.ts';
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
  const ended = await endingInOrder(async (signal) => {
    await using bed = await found.value();
    return await runFiles(root, bed, { ...options, signal });
  });
  return { part, ...tellFailures(part, ended), milliseconds: Date.now() - started };
}

interface RunOptions extends Pick<WindowsTestOptions, 'files' | 'grep'> {
  readonly signal: AbortSignal;
}

async function runFiles(
  root: string,
  bed: WindowsTestBed,
  { files, ...options }: RunOptions,
): Promise<SteadiedResults> {
  const run = async (file: string): Promise<FileResult | undefined> =>
    options.signal.aborted ? undefined : await runFile(root, bed, { file, ...options });
  const results: FileResult[] = [];
  for (const file of files) {
    const result = await run(file);
    if (result !== undefined) results.push(result);
  }
  return await steadied(results, run);
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

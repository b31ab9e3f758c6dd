import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';

import { cacheDirectory } from '../cache-directory.ts';
import { readReport, reportVariable } from '../mocha/test-report.ts';
import type { FileResult } from './file-result.ts';

/** How long tests that are interrupted may clean up. */
const cleanUpMs = 5_000;

/** How the tests of one file are run. */
export interface MochaProcessOptions {
  /** The workspace. */
  readonly root: string;
  /** A path that does not exist yet: home of what the process and its children leave lying about, gone with it. */
  readonly folder: string;
  readonly grep: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** Interrupts it. */
  readonly signal: AbortSignal;
}

/** What came of a file's process. */
export interface MochaProcessResult extends Omit<FileResult, 'file'> {
  /** What it and its children printed. */
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs the tests of one file in a process of its own, with a home for temporary files that no other process shares. */
export async function runMochaProcess(
  file: string,
  { root, folder, grep, environment, signal }: MochaProcessOptions,
): Promise<MochaProcessResult> {
  // The paths are short, because those of sockets are limited.
  const reportFile = `${folder}.json`;
  const data = `${folder}.data`;
  mkdirSync(folder);
  // As open as the system's own: some tests act as several users.
  chmodSync(folder, 0o1777);
  const program = path.join(import.meta.dirname, '../mocha/run-mocha-files.ts');
  const started = Date.now();
  try {
    const run = await execa(
      process.execPath,
      [program, ...(grep === undefined ? [] : ['--grep', grep]), file],
      {
        all: true,
        cancelSignal: signal,
        cwd: root,
        forceKillAfterDelay: cleanUpMs,
        reject: false,
        stdin: 'ignore',
        env: {
          ...environment,
          ...(process.stdout.isTTY && process.stdout.hasColors() && { MOCHA_COLORS: '1' }),
          MICROSIP_DEVKIT_CACHE: cacheDirectory(),
          [reportVariable]: reportFile,
          TMPDIR: folder,
          TEMP: folder,
          TMP: folder,
          XDG_DATA_HOME: data,
        },
      },
    );
    return {
      output: run.all,
      report: readReport(reportFile),
      exitCode: run.exitCode,
      killedBy: run.signal,
      milliseconds: Date.now() - started,
    };
  } finally {
    for (const place of [folder, data, reportFile]) {
      rmSync(place, { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { endingInOrder } from './ending-in-order.ts';
import { FileDurations } from './file-durations.ts';
import { FileQueue } from './file-queue.ts';
import type { FileResult } from './file-result.ts';
import { matchingFiles } from './matching-files.ts';
import { runMochaProcess } from './mocha-process.ts';
import type { Outcome } from './outcome.ts';
import { quarrels } from './quarrels.ts';
import { runQueue } from './run-queue.ts';
import { steadied, type SteadiedResults } from './second-run.ts';
import { tellFailures } from './tell-failures.ts';

const part = 'tests on Node.js';

/** More than there are cores: for about half of its time a test waits for another process. */
const processesAtOnce = Math.ceil(os.availableParallelism() * 1.5);

/** What a run of mocha on Node needs to know. */
export interface NodeTestOptions {
  /** Relative to `test/`. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs each file in a mocha process of its own, several side by side: a crash costs its file's tests and no others. */
export async function runNodeTests(root: string, options: NodeTestOptions): Promise<Outcome> {
  const started = Date.now();
  const ended = await endingInOrder((signal) =>
    inTemporaryFolder((folder) => runFiles({ ...options, root, folder, signal })),
  );
  return { part, ...tellFailures(part, ended), milliseconds: Date.now() - started };
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mocha-'));
  // Some tests act as several users.
  chmodSync(folder, 0o755);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

interface RunOptions extends NodeTestOptions {
  readonly root: string;
  /** For what the processes leave lying about. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

async function runFiles({
  files,
  root,
  folder,
  environment: given,
  ...options
}: RunOptions): Promise<SteadiedResults> {
  const testFolder = path.join(root, 'test');
  const { grep, signal } = options;
  const chosen =
    grep === undefined ? files : await matchingFiles(files, grep, { folder, signal, testFolder });
  const durations = new FileDurations();
  const queue = new FileQueue(chosen, {
    expectedMs: (file) => durations.expectedMs(file, readFileSync(path.join(testFolder, file), 'utf8')),
    quarrels,
  });

  const results: FileResult[] = [];
  let begun = 0;
  // Hundreds of processes load the same TypeScript: Node.js keeps what the first one compiled for the others.
  const environment = { ...given, NODE_COMPILE_CACHE: path.join(folder, 'compiled') };
  const run = async (file: string): Promise<FileResult | undefined> => {
    const place = path.join(folder, String(begun++));
    const program = path.join(testFolder, file);
    const result = await runMochaProcess(program, { root, folder: place, environment, ...options });
    if (signal.aborted) return undefined;
    if (result.output !== '') console.log(result.output);
    if (grep === undefined && result.exitCode === 0) durations.note(file, result.milliseconds);
    return { file, ...result };
  };
  const runInQueue = async (file: string): Promise<void> => {
    const result = await run(file);
    if (result !== undefined) results.push(result);
  };
  await runQueue(queue, processesAtOnce, runInQueue, signal);
  const ended = await steadied(results, (file) => (signal.aborted ? Promise.resolve(undefined) : run(file)));
  durations.keep();
  return ended;
}

// `npm run bench [-- NAME …]`: figures and ratios of one run; nothing here fails because a machine is slow.
import path from 'node:path';

import { endingInOrder } from '../support/test-run/ending-in-order.ts';
import { findWindows } from '../support/windows/provide-windows.ts';
import { commandStart } from './command-start.bench.ts';
import { dialToProcessStart } from './dial-to-process-start.bench.ts';
import { docsSiteQuality } from './docs-site.bench.ts';
import { extensionStart } from './extension-start.bench.ts';
import { hookProcess } from './hook-process.bench.ts';
import { hookStorm } from './hook-storm.bench.ts';
import { iniRoundTrip } from './ini-round-trip.bench.ts';
import { logAppend } from './log-append.bench.ts';
import { logParsing } from './log-parsing.bench.ts';
import { logStartUp } from './log-start-up.bench.ts';
import type { Benchmark } from './measurement.ts';
import { numberDetectionInVsCode } from './number-detection-in-vscode.bench.ts';
import { numberDetection } from './number-detection.bench.ts';
import { playground } from './playground.bench.ts';
import { runBenchmarks } from './run-and-print.ts';
import { sdkImport } from './sdk-import.bench.ts';
import { statusText } from './status-text.bench.ts';
import { targetParsing } from './target-parsing.bench.ts';
import { windowsBenchmarks } from './windows/windows-benchmarks.ts';

const benchmarks: readonly Benchmark[] = [
  targetParsing,
  numberDetection,
  sdkImport,
  commandStart,
  dialToProcessStart,
  iniRoundTrip,
  logParsing,
  logStartUp,
  logAppend,
  hookProcess,
  hookStorm,
  extensionStart,
  statusText,
  numberDetectionInVsCode,
  playground,
  docsSiteQuality,
];

const root = path.join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);

function chosenOf(all: readonly Benchmark[]): readonly Benchmark[] {
  return all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
}

/** Those on Windows run there, or under Wine, in the Node.js of that Windows. */
async function runOnWindows(chosen: readonly Benchmark[]): Promise<void> {
  const found = findWindows(root);
  if (!found.ok) {
    console.log(`\nNot run on Windows: ${found.reason}`);
    return;
  }
  await endingInOrder(async (signal) => {
    await using bed = await found.value();
    const { output, exitCode } = await bed.machine.runScript(
      path.join(import.meta.dirname, 'windows/measure-on-windows.ts'),
      chosen.map(({ name }) => name),
      { environment: bed.environment, signal },
    );
    console.log(`\n${bed.machine.name}: ${output.trimEnd()}`);
    if (exitCode !== 0) process.exitCode = 1;
  });
}

const [here, onWindows] = [chosenOf(benchmarks), chosenOf(windowsBenchmarks)];
if (here.length === 0 && onWindows.length === 0) {
  const names = [...benchmarks, ...windowsBenchmarks].map(({ name }) => name).join(', ');
  console.error(`No benchmark has that name; there are: ${names}.`);
  process.exitCode = 2;
}
if (here.length > 0) await runBenchmarks(here);
if (onWindows.length > 0) await runOnWindows(onWindows);

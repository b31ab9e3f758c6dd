// `npm run bench [-- NAME …]`: figures and ratios of one run; nothing here fails because a machine is slow.
import { commandStart } from './command-start.bench.ts';
import { dialToProcessStart } from './dial-to-process-start.bench.ts';
import { hookProcess } from './hook-process.bench.ts';
import { hookStorm } from './hook-storm.bench.ts';
import { iniRoundTrip } from './ini-round-trip.bench.ts';
import { logAppend } from './log-append.bench.ts';
import { logParsing } from './log-parsing.bench.ts';
import { logStartUp } from './log-start-up.bench.ts';
import type { Benchmark, Finding } from './measurement.ts';
import { sdkImport } from './sdk-import.bench.ts';
import { targetParsing } from './target-parsing.bench.ts';

const benchmarks: readonly Benchmark[] = [
  targetParsing,
  sdkImport,
  commandStart,
  dialToProcessStart,
  iniRoundTrip,
  logParsing,
  logStartUp,
  logAppend,
  hookProcess,
  hookStorm,
];

function line({ subject, figure, against, aim, reached }: Finding): string {
  const comparison = against === undefined ? '' : ` (${against})`;
  return `  ${reached ? '✔' : '✖'} ${subject}: ${figure}${comparison} — aim ${aim}`;
}

const wanted = process.argv.slice(2);
const chosen = benchmarks.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
if (chosen.length === 0) {
  console.error(`No benchmark has that name; there are: ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
}

console.log(
  `Node.js ${process.version}, ${process.platform} ${process.arch}; medians, the ways measured in turns\n`,
);
for (const benchmark of chosen) {
  for (const finding of await benchmark.run()) console.log(line(finding));
}

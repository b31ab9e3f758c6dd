import type { Benchmark, Finding } from './measurement.ts';

/** Runs benchmarks, and prints what each found as soon as it is through. */
export async function runBenchmarks(benchmarks: readonly Benchmark[]): Promise<void> {
  console.log(
    `Node.js ${process.version}, ${process.platform} ${process.arch}; medians, the ways measured in turns\n`,
  );
  for (const benchmark of benchmarks) {
    for (const finding of await benchmark.run()) console.log(line(finding));
  }
}

function line({ subject, figure, against, aim, reached }: Finding): string {
  const comparison = against === undefined ? '' : ` (${against})`;
  return `  ${reached ? '✔' : '✖'} ${subject}: ${figure}${comparison} — aim ${aim}`;
}

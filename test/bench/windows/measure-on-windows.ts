// Runs benchmarks on the Windows it is started on: measure-on-windows.ts NAME …
import { runBenchmarks } from '../run-and-print.ts';
import { windowsBenchmarks } from './windows-benchmarks.ts';

const names = process.argv.slice(2);
await runBenchmarks(windowsBenchmarks.filter(({ name }) => names.includes(name)));

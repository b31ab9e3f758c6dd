import type { Benchmark } from '../measurement.ts';
import { discovery } from './discovery.bench.ts';
import { windowMessage } from './window-message.bench.ts';

/** Those that run on Windows. */
export const windowsBenchmarks: readonly Benchmark[] = [discovery, windowMessage];

import { setTimeout as delay } from 'node:timers/promises';

/** What one benchmark found, in words and as numbers. */
export interface Finding {
  readonly subject: string;
  readonly figure: string;
  /** What it is held against; absent when the figure stands alone. */
  readonly against?: string;
  readonly aim: string;
  readonly reached: boolean;
}

/** A part of the kit whose speed is looked at. */
export interface Benchmark {
  readonly name: string;
  run(): Promise<readonly Finding[]>;
}

/** The middle value; machines here are noisy, and a mean would take the noise for speed. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('the median of nothing');
  return (upper + lower) / 2;
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Measures several ways of doing a thing in turns, so that a slow moment of the machine meets all of them, and
 * gives the median of each. The first round only warms up.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, () => number | Promise<number>>>,
  pauseMs = 0,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(ways) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      if (pauseMs > 0) await delay(pauseMs);
      const sample = await ways[name]();
      if (round > 0) samples.get(name)?.push(sample);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { cacheDirectory } from '../cache-directory.ts';

const durations = v.record(v.string(), v.number());

/** How long each test file took the last time, in milliseconds; kept between runs. */
export class FileDurations {
  readonly #file: string;
  readonly #known: Map<string, number>;

  constructor(file = path.join(cacheDirectory(), 'test-durations.json')) {
    this.#file = file;
    this.#known = new Map(Object.entries(readDurations(file)));
  }

  /**
   * @param file - a test's path below `test/`
   * @param source - its text, from which the time is guessed when it never ran here
   */
  expectedMs(file: string, source: string): number {
    return this.#known.get(file) ?? guessedMs(source);
  }

  note(file: string, milliseconds: number): void {
    this.#known.set(file, Math.round(milliseconds));
  }

  keep(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const sorted = [...this.#known].sort(([one], [other]) => (one < other ? -1 : 1));
    writeFileSync(this.#file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  }
}

/** A test that asks mocha for much time expects to need some of it; otherwise more text is more tests. */
export function guessedMs(source: string): number {
  const asked = [...source.matchAll(/\.timeout\(([\d_]+)\)/gu)].map(([, ms = '0']) =>
    Number(ms.replaceAll('_', '')),
  );
  return Math.max(0, ...asked) / 10 + source.length / 10;
}

/** Nothing where the file is missing or was damaged: it only saves time. */
function readDurations(file: string): Readonly<Record<string, number>> {
  if (!existsSync(file)) return {};
  try {
    const kept = v.safeParse(durations, JSON.parse(readFileSync(file, 'utf8')));
    return kept.success ? kept.output : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

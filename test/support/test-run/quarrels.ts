import { globSync } from 'node:fs';
import path from 'node:path';

const testFolder = path.join(import.meta.dirname, '../..');

/** Test files of which only one may run at a time. */
export interface Quarrel {
  /** What they share. */
  readonly over: string;
  /** Relative to `test/`. */
  readonly files: readonly string[];
}

export const quarrels: readonly Quarrel[] = [
  {
    over: 'extension/dist, which each of them writes anew, and the processors, of which a window of VS Code wants two',
    files: globSync('workbench/*.test.ts', { cwd: testFolder }).map((file) => file.replaceAll('\\', '/')),
  },
];

/**
 * Whether a file that failed is run a second time, which the output says: tests that drive a window of VS Code in a
 * browser wait for three programs of others, each of which can be too slow on a busy machine.
 */
export function hasSecondChance(file: string): boolean {
  return file.replaceAll('\\', '/').startsWith('workbench/');
}

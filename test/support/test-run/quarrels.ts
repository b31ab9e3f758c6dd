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

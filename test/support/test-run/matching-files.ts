import { readFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';
import * as v from 'valibot';

const list = v.array(v.string());

/**
 * The test files that have a test of a name. One process loads them all, which takes a fraction of the time of a process
 * for each.
 *
 * @param files - relative to the folder of the tests
 * @param folder - a folder for a note
 * @returns all files where one cannot be loaded: its own process will say why
 */
export async function matchingFiles(
  files: readonly string[],
  grep: string,
  { folder, signal, testFolder }: { folder: string; signal: AbortSignal; testFolder: string },
): Promise<readonly string[]> {
  const program = path.join(import.meta.dirname, '../mocha/list-matching-files.ts');
  const note = path.join(folder, 'matching-files.json');
  const absolute = files.map((file) => path.join(testFolder, file));
  const { failed } = await execa(process.execPath, [program, grep, note, ...absolute], {
    cancelSignal: signal,
    cwd: testFolder,
    reject: false,
    stdio: 'ignore',
  });
  if (failed) return files;
  const matching = new Set(v.parse(list, JSON.parse(readFileSync(note, 'utf8'))));
  return files.filter((_file, index) => matching.has(absolute[index] ?? ''));
}

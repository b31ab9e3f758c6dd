import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { isSystemError } from '../../../system-error.ts';
import type { FileIdentity } from '../../following/followed-file.ts';

/** The file the hook program writes to. */
export const journalName = 'journal.jsonl';

/** What the hook program calls the journal when it is long enough: by its time, so names sort as the segments do. */
const segmentName = /^journal-\d{14}-\d+\.jsonl$/u;

/** One file of the journal. */
export interface JournalFile {
  readonly path: string;
  readonly identity: FileIdentity;
  readonly size: number;
}

/** The files of a journal, oldest first; none where hooks were never installed. */
export async function journalFiles(folder: string): Promise<readonly JournalFile[]> {
  // A journal that gets its segment's name between the two looks would be seen in neither, or twice.
  for (let attempt = 1; ; attempt++) {
    const names = await journalNames(folder);
    const files = await Promise.all(names.map((name) => inspect(path.join(folder, name))));
    const found = files.filter((file) => file !== undefined);
    if (attempt === 5 || String(names) === String(await journalNames(folder))) return found;
  }
}

async function journalNames(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    const segments = names.filter((name) => segmentName.test(name)).sort();
    return names.includes(journalName) ? [...segments, journalName] : segments;
  } catch (error) {
    return absent(error, []);
  }
}

async function inspect(file: string): Promise<JournalFile | undefined> {
  try {
    const { dev, ino, size } = await stat(file, { bigint: true });
    return { path: file, identity: { device: dev, inode: ino }, size: Number(size) };
  } catch (error) {
    return absent<JournalFile | undefined>(error, undefined);
  }
}

/** What is so when a file is not there; any other error is one. */
export function absent<T>(error: unknown, otherwise: T): T {
  if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return otherwise;
  throw error;
}

import { access, constants, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { hasErrorCode } from './has-error-code.ts';
import type { Presence } from './phone-snapshot.ts';

/** What can be known of a file without reading it. */
export interface FileFacts {
  readonly path: string;
  readonly presence: Presence;
  /** Bytes; 0 where there is no file. */
  readonly size: number;
  /** Unix milliseconds of the last write; 0 where there is no file. */
  readonly writtenAt: number;
}

/** Looks at a file from outside. */
export async function fileFacts(file: string): Promise<FileFacts> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { path: file, presence: 'present', size, writtenAt: mtimeMs };
  } catch (error) {
    return { path: file, presence: absence(error), size: 0, writtenAt: 0 };
  }
}

/** Whether there is such a file. */
export async function presenceOf(file: string): Promise<Presence> {
  return (await fileFacts(file)).presence;
}

/** Whether there is such a file under a name that differs in case at most, as Windows programs name files. */
export async function presenceInAnyCase(file: string): Promise<Presence> {
  let found = path.parse(file).root;
  for (const name of file.slice(found.length).split('/')) {
    const exact = path.join(found, name);
    if ((await presenceOf(exact)) === 'present') {
      found = exact;
      continue;
    }
    try {
      const wanted = name.toLowerCase();
      const other = (await readdir(found)).find((each) => each.toLowerCase() === wanted);
      if (other === undefined) return 'missing';
      found = path.join(found, other);
    } catch (error) {
      return absence(error);
    }
  }
  return 'present';
}

/** Whether files can be made in a folder; unknown while there is none. */
export async function isWritable(directory: string): Promise<boolean | 'unknown'> {
  try {
    await access(directory, constants.W_OK);
    return true;
  } catch (error) {
    return absence(error) === 'missing' ? 'unknown' : false;
  }
}

function absence(error: unknown): Presence {
  return hasErrorCode(error, 'ENOENT', 'ENOTDIR') ? 'missing' : 'unknown';
}

import { access, constants, stat } from 'node:fs/promises';

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
export async function fileFacts(path: string): Promise<FileFacts> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, presence: 'present', size, writtenAt: mtimeMs };
  } catch (error) {
    return { path, presence: absence(error), size: 0, writtenAt: 0 };
  }
}

/** Whether there is such a file. */
export async function presenceOf(path: string): Promise<Presence> {
  return (await fileFacts(path)).presence;
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

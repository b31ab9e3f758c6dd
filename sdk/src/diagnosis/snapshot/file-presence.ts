import { access, constants, open, stat } from 'node:fs/promises';

import { isSystemError } from '../../system-error.ts';

/** Whether a file is there. */
export type Presence = 'present' | 'missing' | 'unknown';

/** Whether there is such a file. */
export async function presenceOf(file: string): Promise<Presence> {
  try {
    await stat(file);
    return 'present';
  } catch (error) {
    return absence(error);
  }
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

/**
 * Whether a file can be written. It is opened for it, and left as it is: only then does Windows look at its access
 * rights, such as those below `C:\Program Files`.
 */
export async function isWritableFile(file: string): Promise<boolean | 'unknown'> {
  try {
    if (!(await stat(file)).isFile()) return 'unknown';
    const handle = await open(file, 'r+');
    await handle.close();
    return true;
  } catch (error) {
    return isSystemError(error, 'EACCES', 'EPERM', 'EROFS') ? false : 'unknown';
  }
}

function absence(error: unknown): Presence {
  return isSystemError(error, 'ENOENT', 'ENOTDIR') ? 'missing' : 'unknown';
}

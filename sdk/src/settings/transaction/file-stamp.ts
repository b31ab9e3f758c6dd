import { stat } from 'node:fs/promises';

import { isSystemError } from '../../system-error.ts';
import { unusable } from './settings-bytes.ts';

/**
 * A text that is another one after a change of the file; `none` where there is none.
 *
 * @throws MicroSipError `SETTINGS_BUSY` when it cannot be looked at
 */
export async function fileStamp(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true });
    return [ino, mtimeNs, size].join(' ');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return 'none';
    throw unusable(error, path, 'read');
  }
}

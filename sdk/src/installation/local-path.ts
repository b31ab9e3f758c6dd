import path from 'node:path';

import type { Installation } from './installation.ts';
import { linuxPathOf } from './wsl-installation.ts';

/** A file of a phone, as this process names it. */
export interface LocalPath {
  readonly file: string;
  /** Whether a file that is not there under this name is not there at all: Wine takes names in any case. */
  readonly exact: boolean;
}

/**
 * Where a file that the phone names lies, seen from here.
 *
 * @param file - a full path, as the phone names it
 * @param environment - of this process; `WINEPREFIX` counts
 * @returns nothing where that cannot be told, such as for a name without a path
 */
export function localPath(
  { backend }: Pick<Installation, 'backend'>,
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): LocalPath | undefined {
  switch (backend) {
    case 'windows':
      return path.win32.isAbsolute(file) ? { file, exact: true } : undefined;
    case 'simulator':
      return path.isAbsolute(file) ? { file, exact: true } : undefined;
    case 'wsl':
      return /^[a-z]:[\\/]/iu.test(file) ? { file: linuxPathOf(file), exact: true } : undefined;
    case 'wine':
      return wineLocalPath(file, environment);
  }
}

/** Drive `Z:` is the root; the other drives are folders of the prefix. */
function wineLocalPath(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): LocalPath | undefined {
  if (file.startsWith('/')) return { file, exact: false };
  const [, drive, rest] = /^([a-z]):[\\/](.*)$/iu.exec(file) ?? [];
  if (drive === undefined || rest === undefined) return undefined;
  const names = rest.split(/[\\/]/u);
  if (drive.toLowerCase() === 'z') return { file: path.posix.join('/', ...names), exact: false };
  const prefix = environment['WINEPREFIX'] ?? path.posix.join(environment['HOME'] ?? '', '.wine');
  return { file: path.posix.join(prefix, `drive_${drive.toLowerCase()}`, ...names), exact: false };
}

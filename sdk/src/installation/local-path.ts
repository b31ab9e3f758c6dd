import path from 'node:path';

import type { Backend } from './installation.ts';
import { linuxPathOf } from './wsl-installation.ts';

/**
 * Where a file that the phone names lies, seen from here. Wine takes names in any case, Linux does not.
 *
 * @param file - a full path, as the phone names it
 * @param environment - of this process; `WINEPREFIX` and `HOME` count
 * @returns nothing where that cannot be told, such as for a name without a path
 */
export function localPath(
  backend: Backend,
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  switch (backend) {
    case 'windows':
      return path.win32.isAbsolute(file) ? file : undefined;
    case 'simulator':
      return path.isAbsolute(file) ? file : undefined;
    case 'wsl':
      return /^[a-z]:[\\/]/iu.test(file) ? linuxPathOf(file) : undefined;
    case 'wine':
      return wineLocalPath(file, environment);
  }
}

/** Drive `Z:` is the root; the other drives are folders of the prefix. */
function wineLocalPath(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (file.startsWith('/')) return file;
  const [, drive, rest] = /^([a-z]):[\\/](.*)$/iu.exec(file) ?? [];
  if (drive === undefined || rest === undefined) return undefined;
  const names = rest.split(/[\\/]/u);
  if (drive.toLowerCase() === 'z') return path.posix.join('/', ...names);
  const prefix = environment['WINEPREFIX'] ?? path.posix.join(environment['HOME'] ?? '', '.wine');
  return path.posix.join(prefix, `drive_${drive.toLowerCase()}`, ...names);
}

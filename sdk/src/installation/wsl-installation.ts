import path from 'node:path';

import { givenExecutable } from './given-executable.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';

/**
 * MicroSIP on the Windows side of this WSL. Linux starts Windows programs by their path below `/mnt`.
 *
 * @throws MicroSipError `NOT_INSTALLED` when no executable is given, `INVALID_ARGUMENT` when it is no `.exe`
 */
export function wslInstallation(options: InstallationOptions): Installation {
  const executable = givenExecutable(options.executable, 'wsl');
  const file = linuxPathOf(executable);
  // Right for a portable MicroSIP; where an installed one keeps its files, only Windows knows.
  const dataDirectory = options.dataDirectory ?? path.posix.dirname(file);
  return {
    backend: 'wsl',
    version: options.version,
    executable: windowsPathOf(executable),
    dataDirectory,
    logDirectory: dataDirectory,
    launch: { file, leadingArguments: [] },
  };
}

/** `C:\Tools\x.exe` is `/mnt/c/Tools/x.exe`. */
export function linuxPathOf(file: string): string {
  const [, drive, rest] = /^([a-z]):[\\/](.*)$/iu.exec(file) ?? [];
  if (drive === undefined || rest === undefined) return file;
  return `/mnt/${drive.toLowerCase()}/${rest.replaceAll('\\', '/')}`;
}

/** `/mnt/c/Tools/x.exe` is `C:\Tools\x.exe`. */
function windowsPathOf(file: string): string {
  const [, drive, rest] = /^\/mnt\/([a-z])\/(.*)$/u.exec(file) ?? [];
  if (drive === undefined || rest === undefined) return file;
  return `${drive.toUpperCase()}:\\${rest.replaceAll('/', '\\')}`;
}

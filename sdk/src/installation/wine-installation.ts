import { existsSync } from 'node:fs';
import path from 'node:path';

import { givenExecutable } from './given-executable.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';
import { currentUser, type UserEnvironment } from './user-directories.ts';

/**
 * MicroSIP under Wine. The program may be named as Linux or as Windows names it.
 *
 * @throws MicroSipError `NOT_INSTALLED` when no executable is given, `INVALID_ARGUMENT` when it is no `.exe`
 */
export function wineInstallation(
  options: InstallationOptions,
  user: UserEnvironment = currentUser(),
): Installation {
  const executable = givenExecutable(options.executable, 'wine');
  return {
    backend: 'wine',
    version: options.version,
    executable: windowsPathOf(executable),
    ...directoriesOf(executable, options, user),
    launch: { file: 'wine', leadingArguments: [executable] },
  };
}

/** Wine shows the whole file system as drive `Z:`. */
function windowsPathOf(file: string): string {
  return path.posix.isAbsolute(file) ? `Z:${file.replaceAll('/', '\\')}` : file;
}

/** A portable MicroSIP keeps its files beside the program, an installed one in `%APPDATA%` and `%LOCALAPPDATA%` (facts D.1). */
function directoriesOf(
  executable: string,
  { dataDirectory }: InstallationOptions,
  { env, home }: UserEnvironment,
): Pick<Installation, 'dataDirectory' | 'logDirectory'> {
  if (dataDirectory !== undefined) return { dataDirectory, logDirectory: dataDirectory };
  const { dir, name } = path.posix.parse(executable);
  if (path.posix.isAbsolute(executable) && existsSync(path.posix.join(dir, `${name}.ini`))) {
    return { dataDirectory: dir, logDirectory: dir };
  }
  const prefix = env['WINEPREFIX'] ?? path.posix.join(home, '.wine');
  // Not from `userInfo()`, which fails for the users of containers that stand in no list of users.
  const windowsUser = env['USER'] ?? path.posix.basename(home);
  const data = path.posix.join(prefix, 'drive_c', 'users', windowsUser, 'AppData');
  return {
    dataDirectory: path.posix.join(data, 'Roaming', 'MicroSIP'),
    logDirectory: path.posix.join(data, 'Local', 'MicroSIP'),
  };
}

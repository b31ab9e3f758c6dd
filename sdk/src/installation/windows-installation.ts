import { existsSync } from 'node:fs';
import path from 'node:path';

import { givenExecutable } from './given-executable.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';
import { currentUser, type UserEnvironment } from './user-directories.ts';

/**
 * MicroSIP on the Windows that this process runs on.
 *
 * @throws MicroSipError `NOT_INSTALLED` when no executable is given, `INVALID_ARGUMENT` when it is no `.exe`
 */
export function windowsInstallation(
  options: InstallationOptions,
  user: UserEnvironment = currentUser(),
): Installation {
  const executable = givenExecutable(options.executable, 'windows');
  return {
    backend: 'windows',
    version: options.version,
    executable,
    ...directoriesOf(executable, options, user),
    launch: {
      file: executable,
      leadingArguments: [],
      // As its shortcuts do. Where this process stands is no place to keep busy, nor one for hooks to be looked for in.
      ...(path.win32.isAbsolute(executable) && { workingDirectory: path.win32.dirname(executable) }),
    },
  };
}

/** A portable MicroSIP keeps its files beside the program, an installed one in `%APPDATA%` and `%LOCALAPPDATA%` (facts D.1). */
function directoriesOf(
  executable: string,
  { dataDirectory }: InstallationOptions,
  { env, home }: UserEnvironment,
): Pick<Installation, 'dataDirectory' | 'logDirectory'> {
  if (dataDirectory !== undefined) return { dataDirectory, logDirectory: dataDirectory };
  const { dir, name } = path.win32.parse(executable);
  if (existsSync(path.win32.join(dir, `${name}.ini`))) return { dataDirectory: dir, logDirectory: dir };
  const data = path.win32.join(home, 'AppData');
  return {
    dataDirectory: path.win32.join(env['APPDATA'] ?? path.win32.join(data, 'Roaming'), 'MicroSIP'),
    logDirectory: path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(data, 'Local'), 'MicroSIP'),
  };
}

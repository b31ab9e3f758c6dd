import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { newestVerifiedVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';
import { currentUser, localDataDirectory, type UserEnvironment } from './user-directories.ts';

/**
 * The simulated phone of a data directory; without one given, the user's own. It needs no installation.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when an executable is given: the simulator brings its own
 */
export function simulatorInstallation(
  options: InstallationOptions,
  user: UserEnvironment = currentUser(),
): Installation {
  if (options.executable !== undefined) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'The simulator brings its own program: leave out the executable, or choose another backend.',
    );
  }
  const version = options.version ?? newestVerifiedVersion;
  const dataDirectory = path.resolve(
    options.dataDirectory ?? path.join(localDataDirectory(user), 'microsip-devkit', 'simulator'),
  );
  return {
    backend: 'simulator',
    version,
    executable: 'C:\\Program Files\\MicroSIP\\microsip.exe',
    dataDirectory,
    launch: {
      file: process.execPath,
      leadingArguments: [
        simulatorProgram(),
        '--data-dir',
        dataDirectory,
        '--microsip-version',
        version,
        '--',
      ],
      // In an editor's extension host this process is Electron, which is Node.js only when told so.
      ...(process.versions['electron'] !== undefined && { environment: { ELECTRON_RUN_AS_NODE: '1' } }),
    },
  };
}

/** Compiled in the package, TypeScript in a working copy whose tests run without a build. */
function simulatorProgram(): string {
  const compiled = fileURLToPath(new URL('../simulator/program.js', import.meta.url));
  return existsSync(compiled) ? compiled : compiled.replace(/\.js$/u, '.ts');
}

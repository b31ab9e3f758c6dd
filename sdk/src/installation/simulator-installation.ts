import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { newestVerifiedVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';
import { currentUser, localDataDirectory, type UserEnvironment } from './system/user-directories.ts';

/**
 * The simulated phone of a data directory; without one given, the user's own. It needs no installation.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when an executable is given: the simulator brings its own; and when the data
 * directory is an empty text, which would be the current directory
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
  if (options.dataDirectory === '') {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'The data directory is an empty text: name a folder, "." for the current one, or leave it out.',
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
    logDirectory: dataDirectory,
    launch: {
      file: process.execPath,
      leadingArguments: [
        simulatorProgram(),
        '--data-dir',
        dataDirectory,
        '--microsip-version',
        version,
        '--account',
        'example',
        '--',
      ],
      // In an editor's extension host this process is Electron, which is Node.js only when told so.
      ...(process.versions['electron'] !== undefined && { environment: { ELECTRON_RUN_AS_NODE: '1' } }),
    },
  };
}

/**
 * Where the simulator's program lies from here: in a working copy, whose tests run without a build, from this file; in
 * the package, and where the package was bundled as it is, from a file in a folder beside it or one above.
 */
const programPlaces = ['../simulator/program.ts', '../simulator/program.js', './simulator/program.js'];

function simulatorProgram(): string {
  const candidates = programPlaces.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const program = candidates.find((file) => existsSync(file));
  if (program !== undefined) return program;
  throw new MicroSipError(
    'NOT_INSTALLED',
    `The simulator's program is missing: none of ${candidates.join(', ')} is there. Install microsip-sdk again; if it was bundled, put its dist/simulator beside the bundle.`,
  );
}

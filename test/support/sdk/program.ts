import path from 'node:path';

import type { Installation } from '../../../sdk/src/installation/installation.ts';

/** The path of a program in `programs/`. */
export function programPath(name: string): string {
  return path.join(import.meta.dirname, 'programs', `${name}.ts`);
}

/** An installation whose starts run a program of `programs/`. */
export function programInstallation(
  name: string,
  leadingArguments: readonly string[],
  dataDirectory: string,
): Installation {
  return {
    backend: 'simulator',
    version: undefined,
    executable: programPath(name),
    dataDirectory,
    logDirectory: dataDirectory,
    launch: { file: process.execPath, leadingArguments: [programPath(name), ...leadingArguments] },
  };
}

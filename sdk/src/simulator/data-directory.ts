import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { MicroSipError } from '../microsip-error.ts';
import { isSystemError } from '../system-error.ts';

/**
 * Creates the data directory of a simulated phone, closed to others: the names of its callers are in it.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for an empty path, which would be the current directory, and for one where
 * no folder can be.
 */
export function createDataDirectory(directory: string): void {
  refuseEmptyPath(directory);
  try {
    makeFolder(path.resolve(directory));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `The data directory ${directory} cannot be created; choose another one: ${reason}`,
      { cause: error },
    );
  }
}

/** Makes a folder and those above it. Not `recursive`, which does not end below `/proc`. */
function makeFolder(directory: string): void {
  if (isFolder(directory)) return;
  const above = path.dirname(directory);
  if (above !== directory) makeFolder(above);
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it meanwhile.
    if (!isSystemError(error, 'EEXIST') || !isFolder(directory)) throw error;
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** An empty variable of a script must not turn its current directory into that of a phone. */
export function refuseEmptyPath(directory: string): void {
  if (directory !== '') return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    'The data directory of the simulated phone is an empty text; name a folder, "." for the current one.',
  );
}

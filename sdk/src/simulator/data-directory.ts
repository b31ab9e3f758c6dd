import { mkdirSync } from 'node:fs';
import { MicroSipError } from '../microsip-error.ts';

/**
 * Creates the data directory of a simulated phone, closed to others: the names of its callers are in it.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for an empty path, which would be the current directory, and for one where
 * no folder can be.
 */
export function createDataDirectory(path: string): void {
  refuseEmptyPath(path);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `The data directory ${path} cannot be created; choose another one: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** An empty variable of a script must not turn its current directory into that of a phone. */
export function refuseEmptyPath(path: string): void {
  if (path !== '') return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    'The data directory of the simulated phone is an empty text; name a folder, "." for the current one.',
  );
}

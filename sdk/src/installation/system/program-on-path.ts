import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A program on the `PATH` of a Unix-like system. Relative parts of the `PATH` are passed over: they mean something else
 * from place to place.
 */
export function programOnPath(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return (env['PATH'] ?? '')
    .split(':')
    .filter((folder) => path.posix.isAbsolute(folder))
    .map((folder) => path.posix.join(folder, name))
    .find(isExecutable);
}

/** Whether a file is there and may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

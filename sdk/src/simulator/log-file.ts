import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '../catalogue/version.ts';
import { isSystemError } from '../system-error.ts';

/** The name of the log in the data directory (facts D.1). */
export const logName = 'microsip_log.txt';

/** Since when the previous log is kept; known of 3.22.16 only (facts F.3). */
const keepsPreviousSince = '3.22.16';

/** The log file, written at once, line by line. */
export class LogFile {
  readonly #descriptor: number;

  constructor(dataDirectory: string, version: string) {
    const path = join(dataDirectory, logName);
    if (compareVersions(version, keepsPreviousSince) >= 0) keepPrevious(path);
    this.#descriptor = openSync(path, 'w', 0o600);
  }

  write(text: string): void {
    writeSync(this.#descriptor, text);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/**
 * Renames the previous log: `_1` is put before the first dot of the whole path. That fails, and the log is lost, when a
 * folder has a dot in its name or when the new name is taken (facts F.3).
 */
function keepPrevious(path: string): void {
  const previous = path.replace('.', '_1.');
  if (!existsSync(path) || existsSync(previous)) return;
  try {
    renameSync(path, previous);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

import { closeSync, openSync, readFileSync, readdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isSystemError } from '../../system-error.ts';
import type { QueueFolder } from './claim-turn.ts';
import { unusableFolder } from './queue-directory.ts';

/**
 * A queue's folder on disk. Its acts are synchronous: each is a few microseconds of work, and the commands of one
 * process keep the order they were given in.
 *
 * Every method throws MicroSipError `LAUNCH_FAILED` when the folder cannot be used.
 */
export class FileQueueFolder implements QueueFolder {
  readonly #claim: () => string;
  readonly #directory: string;

  /** @param claim - makes the folder if need be, sees to it that it is nobody else's, and gives its path */
  constructor(claim: () => string) {
    this.#claim = claim;
    this.#directory = claim();
  }

  list(): readonly string[] {
    return this.#unlessMissing(() => readdirSync(this.#directory)) ?? [];
  }

  read(name: string): string | undefined {
    // Records are ASCII, and Node.js is quicker with UTF-8 than with Latin-1.
    return this.#unlessMissing(() => readFileSync(this.#path(name), 'utf8'));
  }

  modifiedAt(name: string): number | undefined {
    return this.#unlessMissing(() => statSync(this.#path(name)))?.mtimeMs;
  }

  create(name: string): boolean {
    const created = this.#unlessMissing(() => this.#createExclusively(name));
    if (created !== undefined) return created;
    // Cleaners of temporary folders remove what was not touched for days; anybody may have taken the name since.
    this.#claim();
    return this.#reportingFailure(() => this.#createExclusively(name));
  }

  write(name: string, content: string): void {
    this.#unlessMissing(() => writeFileSync(this.#path(name), content, { flag: 'r+' }));
  }

  remove(name: string): void {
    this.#unlessMissing(() => unlinkSync(this.#path(name)));
  }

  #createExclusively(name: string): boolean {
    try {
      closeSync(openSync(this.#path(name), 'wx', 0o600));
      return true;
    } catch (error) {
      if (isSystemError(error, 'EEXIST')) return false;
      throw error;
    }
  }

  #unlessMissing<Result>(act: () => Result): Result | undefined {
    return this.#reportingFailure(() => {
      try {
        return act();
      } catch (error) {
        if (isSystemError(error, 'ENOENT')) return undefined;
        throw error;
      }
    });
  }

  #reportingFailure<Result>(act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      throw unusableFolder(this.#directory, error);
    }
  }

  #path(name: string): string {
    return path.join(this.#directory, name);
  }
}

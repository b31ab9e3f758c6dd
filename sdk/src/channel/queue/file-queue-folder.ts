import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { QueueFolder } from './claim-turn.ts';

/**
 * A queue's folder on disk. Its acts are synchronous: each is a few microseconds of work, and the commands of one
 * process keep the order they were given in.
 */
export class FileQueueFolder implements QueueFolder {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  list(): readonly string[] {
    return unlessMissing(() => readdirSync(this.#directory)) ?? [];
  }

  read(name: string): string | undefined {
    return unlessMissing(() => readFileSync(this.#path(name), 'latin1'));
  }

  modifiedAt(name: string): number | undefined {
    return statSync(this.#path(name), { throwIfNoEntry: false })?.mtimeMs;
  }

  create(name: string): boolean {
    try {
      this.#createExclusively(name);
      return true;
    } catch (error) {
      if (isSystemError(error, 'EEXIST')) return false;
      if (!isSystemError(error, 'ENOENT')) throw error;
      // Cleaners of temporary folders remove what was not touched for days.
      mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
      return this.create(name);
    }
  }

  write(name: string, content: string): void {
    unlessMissing(() => writeFileSync(this.#path(name), content, { encoding: 'latin1', flag: 'r+' }));
  }

  remove(name: string): void {
    unlessMissing(() => unlinkSync(this.#path(name)));
  }

  #createExclusively(name: string): void {
    closeSync(openSync(this.#path(name), 'wx', 0o600));
  }

  #path(name: string): string {
    return path.join(this.#directory, name);
  }
}

function unlessMissing<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

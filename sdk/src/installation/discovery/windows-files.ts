import { readdir, stat, type BigIntStats } from 'node:fs';

import type { WindowsSurroundings } from './windows-surroundings.ts';

/** What lies at a path. */
export interface FileFacts {
  readonly kind: 'file' | 'folder';
  /** The path, seen from this process. */
  readonly local: string;
  /** What changes when another program is put there: time and size. */
  readonly stamp: string;
  /** The same for every name of one file. */
  readonly identity: string;
}

/** How long a look at one file may take, in milliseconds: servers that are gone let one wait for half a minute. */
const lookLimitMs = 2000;

/** Files of one Windows, looked at once each. */
export class WindowsFiles {
  readonly #surroundings: WindowsSurroundings;
  readonly #signal: AbortSignal;
  readonly #looks = new Map<string, Promise<FileFacts | undefined>>();

  constructor(surroundings: WindowsSurroundings, signal: AbortSignal) {
    this.#surroundings = surroundings;
    this.#signal = signal;
  }

  /**
   * @param file - a full path, as Windows names it
   * @returns nothing where there is nothing, or nothing that can be looked at
   */
  lookAt(file: string): Promise<FileFacts | undefined> {
    const key = file.toLowerCase();
    const look = this.#looks.get(key) ?? this.#look(file);
    this.#looks.set(key, look);
    return look;
  }

  /** The names in a folder; none where it cannot be looked into. */
  async namesIn({ local }: FileFacts): Promise<readonly string[]> {
    return (await withinLimit<string[]>((done) => readdir(local, done), this.#signal)) ?? [];
  }

  async #look(file: string): Promise<FileFacts | undefined> {
    const local = await this.#surroundings.localPath(file, this.#signal);
    return local === undefined ? undefined : await factsOf(local, this.#signal);
  }
}

/** What lies at a path of this process. */
export async function factsOf(local: string, signal: AbortSignal): Promise<FileFacts | undefined> {
  const status = await withinLimit<BigIntStats>((done) => stat(local, { bigint: true }, done), signal);
  if (status === undefined || !(status.isFile() || status.isDirectory())) return undefined;
  return {
    kind: status.isFile() ? 'file' : 'folder',
    local,
    stamp: `${status.mtimeNs}:${status.size}`,
    identity: identityOf(local, status),
  };
}

/** Some file systems number no files. */
function identityOf(local: string, { dev, ino }: BigIntStats): string {
  return ino === 0n ? local.toLowerCase() : `${dev}:${ino}`;
}

/** What a look at the file system comes to; nothing when it fails or takes too long. */
function withinLimit<Result>(
  look: (done: (error: Error | null, result: Result) => void) => void,
  signal: AbortSignal,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(signal.reason as Error);
    // In a process that stood still for so long the answer may be there, and is heard only after the clock.
    const limit = setTimeout(() => setImmediate(() => resolve(undefined)), lookLimitMs);
    signal.addEventListener('abort', cancel, { once: true });
    const done = (error: Error | null, result?: Result): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', cancel);
      if (error === null) resolve(result);
      else if (isRefusal(error)) resolve(undefined);
      else reject(error);
    };
    try {
      look(done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** A path may be too long, hold what no path may, or lead where this user may not look: all of this is not there. */
function isRefusal(error: Error): boolean {
  return 'code' in error;
}

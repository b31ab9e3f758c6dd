import type { Quarrel } from './quarrels.ts';

/** What a queue of test files goes by. */
export interface FileQueueOptions {
  /** How long a file is expected to take. */
  readonly expectedMs: (file: string) => number;
  readonly quarrels: readonly Quarrel[];
}

/**
 * The test files that wait for a process, the longest first: the short ones fill the gaps at the end. Of those that
 * quarrel one runs at a time.
 */
export class FileQueue {
  readonly #options: FileQueueOptions;
  readonly #running = new Set<string>();
  #waiting: readonly string[];

  constructor(files: readonly string[], options: FileQueueOptions) {
    this.#options = options;
    this.#waiting = files
      .map((file) => ({ file, ms: options.expectedMs(file) }))
      .sort((one, other) => other.ms - one.ms)
      .map(({ file }) => file);
  }

  /** The next file that may run beside those that do, or `undefined` when there is none until one of them is done. */
  take(): string | undefined {
    const file = this.#waiting.find((candidate) =>
      [...this.#running].every((running) => this.#mayRunTogether(candidate, running)),
    );
    if (file === undefined) return undefined;
    this.#waiting = this.#waiting.filter((waiting) => waiting !== file);
    this.#running.add(file);
    return file;
  }

  /** Says that a file's process has ended. */
  done(file: string): void {
    this.#running.delete(file);
  }

  #mayRunTogether(one: string, other: string): boolean {
    return !this.#options.quarrels.some(({ files }) => files.includes(one) && files.includes(other));
  }
}

import { open } from 'node:fs/promises';

import { FollowedFile, isSameFile } from '../../following/followed-file.ts';
import type { LogReading, LogReadingOptions } from '../log-reading.ts';
import { ReadBack, type ReadBackLengths } from './read-back.ts';

/** The past of a log that is being followed, read while that goes on. */
export class LogPast implements AsyncDisposable {
  readonly #file: FollowedFile;
  /** Reading on does not depend on the following, which closes a file that vanishes. */
  readonly #own: FollowedFile | undefined;
  readonly #readBack: ReadBack;
  readonly #ending = new AbortController();
  #rest: Promise<LogReading | undefined> | undefined;

  private constructor(
    followed: FollowedFile,
    own: FollowedFile | undefined,
    options: LogReadingOptions,
    lengths: ReadBackLengths,
  ) {
    this.#file = own ?? followed;
    this.#own = own;
    const written = new Date(followed.modifiedAtOpening);
    this.#readBack = new ReadBack(this.#file, followed.position, written, options, lengths);
  }

  /**
   * @param path - where the file was found
   * @param followed - the file, which is followed from its position on
   */
  static async open(
    path: string,
    followed: FollowedFile,
    options: LogReadingOptions,
    lengths: ReadBackLengths,
  ): Promise<LogPast> {
    return new LogPast(followed, await openAgain(path, followed), options, lengths);
  }

  /** Whether nothing older than what was read can matter. */
  get complete(): boolean {
    return this.#readBack.complete;
  }

  /** What the end of the log tells. */
  async first(): Promise<LogReading> {
    return await this.#readBack.first();
  }

  /** Resolves when all that matters was read. Until then it leaves the event loop to others. */
  async found(): Promise<'past'> {
    this.#rest ??= this.#readRest();
    await this.#rest;
    return 'past';
  }

  /**
   * The reading that knows all that matters, up to where the log is followed by now.
   *
   * @returns nothing when the past could not be read
   */
  async caughtUp(position: number): Promise<LogReading | undefined> {
    const reading = await this.#rest;
    try {
      await reading?.catchUp(this.#file, position);
    } catch {
      return undefined; // as in #readRest
    }
    return reading?.position === position ? reading : undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#rest;
    await this.#own?.close();
  }

  async #readRest(): Promise<LogReading | undefined> {
    try {
      return await this.#readBack.rest(this.#ending.signal);
    } catch {
      // The file can no longer be read, or nobody asks any more; then what is known stays incomplete.
      return undefined;
    }
  }
}

async function openAgain(path: string, followed: FollowedFile): Promise<FollowedFile | undefined> {
  try {
    const file = await FollowedFile.of(await open(path, 'r'));
    if (isSameFile(file.identity, followed.identity)) return file;
    await file.close();
  } catch {
    // It was locked or renamed in this very moment; the handle that there is has to do.
  }
  return undefined;
}

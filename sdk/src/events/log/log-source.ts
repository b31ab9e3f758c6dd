import { followFile, type FileObservation, type FollowOptions } from '../following/follow-file.ts';
import type { FollowedFile } from '../following/followed-file.ts';
import type { LogEvent, LogObservation } from './log-event.ts';
import { LogReading, type LogReadingOptions } from './log-reading.ts';
import { LogPast } from './read-back/log-past.ts';
import { usualLengths, type ReadBackLengths } from './read-back/read-back.ts';

/** How a log is read and followed. */
export interface LogSourceOptions extends LogReadingOptions, Pick<FollowOptions, 'clock' | 'watch'> {
  /** How much is read back. */
  readonly lengths?: ReadBackLengths;
}

/**
 * What the log of a phone tells (facts F.3): first what is so now, read back from its end, and then all that happens,
 * over restarts of the phone. Nothing is lost between the two, and nothing told twice.
 *
 * A log of any length answers at once. Where a call may be up that began far back, the first answer is not complete;
 * the complete one follows as soon as the log has been looked through, and contains what happened meanwhile as well.
 *
 * @example
 * ```ts
 * const source = new LogSource('microsip_log.txt');
 * for await (const observation of source.observe(signal)) console.log(observation.type);
 * ```
 */
export class LogSource {
  readonly #path: string;
  readonly #options: LogSourceOptions;

  /** @param path - the log; it need not exist */
  constructor(path: string, options: LogSourceOptions = {}) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Reads back and follows until the signal is aborted. A log that is missing, locked or damaged is no error: it is
   * waited for, and tells nothing.
   */
  async *observe(signal: AbortSignal): AsyncGenerator<LogObservation, void, void> {
    const observation = new LogObservationRun(this.#path, this.#options, signal);
    try {
      yield* observation.run();
    } finally {
      await observation[Symbol.asyncDispose]();
    }
  }
}

/** One observation of a log, from its beginning to its end. */
class LogObservationRun implements AsyncDisposable {
  readonly #path: string;
  readonly #options: LogSourceOptions;
  readonly #ending = new AbortController();
  readonly #files: AsyncGenerator<FileObservation, void, void>;
  #reading: LogReading;
  /** The file that the reading is of. */
  #file: FollowedFile | undefined;
  /** What is still being read back. */
  #past: LogPast | undefined;
  /** What happened while that was read. */
  readonly #meanwhile: LogEvent[] = [];
  /** Whether what comes is new, and no past of it has to be known. */
  #begun = false;
  /** Whether a history is still to come that is complete. */
  #owesHistory = true;

  constructor(path: string, options: LogSourceOptions, signal: AbortSignal) {
    this.#path = path;
    this.#options = options;
    this.#reading = new LogReading(options);
    this.#files = followFile(path, {
      ...options,
      signal: AbortSignal.any([signal, this.#ending.signal]),
      start: ({ sizeAtOpening }) => (this.#begun ? 0 : sizeAtOpening),
    });
  }

  async *run(): AsyncGenerator<LogObservation, void, void> {
    let next: Promise<IteratorResult<FileObservation, void>> | undefined;
    for (;;) {
      next ??= this.#files.next();
      const turn = await Promise.race([next, ...(this.#past === undefined ? [] : [this.#past.found()])]);
      if (turn === 'past') {
        yield* this.#completePast();
        continue;
      }
      next = undefined;
      if (turn.done === true) return;
      yield* this.#take(turn.value);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#leavePast();
    await this.#files.return();
  }

  async *#take(observation: FileObservation): AsyncGenerator<LogObservation, void, void> {
    switch (observation.type) {
      case 'chunk':
        // The last words of a file that was replaced tell nothing of the phone that runs now.
        if (observation.file === this.#file) yield* this.#push(observation.bytes);
        return;
      case 'opened':
        this.#file = observation.file;
        if (observation.because === 'returned') return;
        if (this.#begun) yield* this.#beginAnew();
        else yield* this.#beginWithPast(observation.file);
        return;
      case 'missing':
        if (!this.#begun) yield this.#history([], true);
        this.#begun = true;
        return;
      case 'unreadable':
        if (!this.#begun) yield this.#history([], true);
    }
  }

  #push(bytes: Uint8Array): readonly LogEvent[] {
    const events = this.#reading.push(bytes);
    if (this.#past !== undefined) this.#meanwhile.push(...events);
    return events;
  }

  async *#beginWithPast(file: FollowedFile): AsyncGenerator<LogObservation, void, void> {
    this.#begun = true;
    const writtenAt = new Date(file.modifiedAtOpening).toISOString();
    const past = await LogPast.open(this.#path, file, this.#options, this.#options.lengths ?? usualLengths);
    this.#past = past;
    try {
      this.#reading = await past.first();
    } catch {
      // It could just be opened and cannot be read; what is written from now on may be.
      await this.#leavePast();
      yield this.#history([], true, writtenAt);
      return;
    }
    const { complete } = past;
    if (complete) await this.#leavePast();
    yield this.#history(this.#reading.history, complete, writtenAt);
  }

  /** Another log, or the same one emptied: the phone was started again, and what was so before is over. */
  async *#beginAnew(): AsyncGenerator<LogObservation, void, void> {
    this.#reading = new LogReading(this.#options);
    await this.#leavePast();
    if (this.#owesHistory) yield this.#history([], true);
  }

  async *#completePast(): AsyncGenerator<LogObservation, void, void> {
    const reading = await this.#past?.caughtUp(this.#reading.position);
    // Where the rest of the past cannot be read, its end is all that is known.
    const events = reading?.history ?? [...this.#reading.history, ...this.#meanwhile];
    await this.#leavePast();
    if (reading !== undefined) this.#reading = reading;
    yield this.#history(events, true);
  }

  async #leavePast(): Promise<void> {
    await this.#past?.[Symbol.asyncDispose]();
    this.#past = undefined;
    this.#meanwhile.length = 0;
  }

  #history(events: readonly LogEvent[], complete: boolean, writtenAt?: string): LogObservation {
    this.#owesHistory = !complete;
    return { type: 'history', events, complete, ...(writtenAt !== undefined && { writtenAt }) };
  }
}

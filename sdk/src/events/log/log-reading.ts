import type { RandomAccess } from '../following/followed-file.ts';
import { LogCalendar } from './log-calendar.ts';
import type { LogEvent } from './log-event.ts';
import { LogParser, type LogParserOptions } from './log-parser.ts';
import { PresentState } from './read-back/present-state.ts';

/** How much is read and parsed at once, so that others get their turn in between. */
const chunkLength = 256 * 1024;

/** How long ago a call may have ended that is kept although another one ended later. */
const momentMs = 10_000;

/** What reading a log takes. */
export interface LogReadingOptions extends LogParserOptions {
  /** The time at which lines are read that were just written. Default: the system's. */
  readonly now?: () => Date;
}

/** How a part of the past is read. */
export interface PastReadingOptions {
  readonly signal?: AbortSignal | undefined;
  /** Which of its events count; all of them, unless it is said. */
  readonly wanted?: (event: LogEvent) => boolean;
}

/** Reads one log: parts of its past first, oldest first, and then what is written. */
export class LogReading {
  readonly #now: () => Date;
  readonly #parser: LogParser;
  readonly #present: PresentState;
  readonly #since: LogEvent[] = [];
  #calendar: LogCalendar;
  #position = 0;
  #following = false;

  constructor({ now = () => new Date(), ...options }: LogReadingOptions = {}) {
    this.#now = now;
    this.#present = new PresentState(new Date(now().getTime() - momentMs).toISOString());
    this.#calendar = LogCalendar.endingAt(now);
    const clock = {
      see: (timeOfDay: number) => {
        this.#calendar.see(timeOfDay);
      },
      instant: (timeOfDay: number) => this.#calendar.instant(timeOfDay),
    };
    this.#parser = new LogParser(clock, options);
  }

  /** How far the log was read. */
  get position(): number {
    return this.#position;
  }

  /** What led to what was so when following began, and all that was caught up with; oldest first. */
  get history(): readonly LogEvent[] {
    return [...this.#present.events, ...this.#since];
  }

  /**
   * Reads a part of the past.
   *
   * @param written - when the first line of it was written, or soon after
   */
  async readPast(
    file: RandomAccess,
    part: { readonly from: number; readonly to: number },
    written: Date,
    { signal, wanted = () => true }: PastReadingOptions = {},
  ): Promise<void> {
    this.#calendar = LogCalendar.endingAt(() => written);
    this.#position = part.from;
    const take = (event: LogEvent): void => {
      if (wanted(event)) this.#present.take(event);
    };
    await this.#readTo(file, part.to, take, signal);
  }

  /** Reads what was written meanwhile. */
  async catchUp(file: RandomAccess, to: number): Promise<void> {
    this.#follow();
    await this.#readTo(file, to, (event) => this.#since.push(event));
  }

  /** Takes what was just written. */
  push(bytes: Uint8Array): readonly LogEvent[] {
    this.#follow();
    this.#position += bytes.length;
    return this.#parser.push(bytes);
  }

  async #readTo(
    file: RandomAccess,
    end: number,
    take: (event: LogEvent) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    while (this.#position < end) {
      signal?.throwIfAborted();
      const bytes = await file.read(this.#position, Math.min(chunkLength, end - this.#position));
      if (bytes.length === 0) return;
      this.#position += bytes.length;
      for (const event of this.#parser.push(bytes)) take(event);
    }
  }

  #follow(): void {
    if (!this.#following) this.#calendar = LogCalendar.endingAt(this.#now);
    this.#following = true;
    this.#calendar.catchUp();
  }
}

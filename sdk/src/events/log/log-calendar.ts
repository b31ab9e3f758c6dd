/** Milliseconds of a day. */
const day = 86_400_000;

/**
 * How far a time may lie before the one above it and still be of the same day. Threads write lines slightly out of
 * order, and a clock is set back an hour in autumn; a computer that slept over midnight comes back earlier in the
 * day by any amount.
 */
const disorder = 2 * 3_600_000;

/**
 * Turns the times of a log, which have no date, into instants: the day goes on when the time goes back.
 *
 * @example
 * ```ts
 * const calendar = LogCalendar.beginningOn(new Date(2026, 10, 22));
 * calendar.see(86_399_000);
 * calendar.see(1_000);
 * calendar.instant(1_000); // 2026-11-23, one second after midnight
 * ```
 */
export class LogCalendar {
  /** The day of the last time seen, as the local midnight it began with. */
  #midnight: Date | undefined;
  /** Of the last time seen. */
  #timeOfDay: number | undefined;
  /** No time seen first is later than this. */
  readonly #notAfter: () => Date;

  private constructor(midnight: Date | undefined, notAfter: () => Date) {
    this.#midnight = midnight;
    this.#notAfter = notAfter;
  }

  /** For a log whose first line was written on a certain day. */
  static beginningOn(date: Date): LogCalendar {
    return new LogCalendar(midnightOf(date, 0), () => date);
  }

  /**
   * For lines that were written lately: the first of them at the last moment of its time of day that is not after a
   * certain instant.
   *
   * @param now - the instant, asked for when the first line comes
   */
  static endingAt(now: () => Date): LogCalendar {
    return new LogCalendar(undefined, now);
  }

  /**
   * For a whole log.
   *
   * @param times - what `LogLength` found in it
   * @param written - when its last line was written: the file's time of modification
   */
  static of(times: LogTimes, written: Date): LogCalendar {
    return LogCalendar.beginningOn(midnightOf(latestDay(times.last, written), -times.midnights));
  }

  /** Takes the time of a line, in milliseconds since midnight. Lines come in the order of the log. */
  see(timeOfDay: number): void {
    const step = this.#timeOfDay === undefined ? 0 : dayStep(this.#timeOfDay, timeOfDay);
    this.#timeOfDay = timeOfDay;
    if (step !== 0 && this.#midnight !== undefined) this.#midnight = midnightOf(this.#midnight, step);
  }

  /**
   * Tells that the next line is written now, however long nothing was: for a log that is followed while it grows,
   * where whole days can pass without a line. Only for a calendar that ends now ({@link LogCalendar.endingAt}).
   */
  catchUp(): void {
    this.#midnight = undefined;
    this.#timeOfDay = undefined;
  }

  /** The instant of a time of day, in milliseconds, on the day of the last line seen. */
  instant(timeOfDay: number): Date {
    this.#midnight ??= latestDay(this.#timeOfDay ?? timeOfDay, this.#notAfter());
    const instant = new Date(this.#midnight);
    instant.setHours(0, 0, 0, timeOfDay);
    return instant;
  }
}

/** What the times of a log tell about how long it is. */
export interface LogTimes {
  /** How many midnights passed. */
  readonly midnights: number;
  /** The last time, in milliseconds since midnight; nothing in a log without times. */
  readonly last: number | undefined;
}

/** How many days lie between two times of lines that follow each other: none, one, or one back. */
export function dayStep(before: number, after: number): -1 | 0 | 1 {
  const difference = after - before;
  if (difference < -disorder) return 1;
  // A line from before midnight that was written after one from behind it.
  return difference > day - disorder ? -1 : 0;
}

/** How late a file's time of modification may be written down, or a clock differ. */
const tolerance = 60_000;

/** The last day on which a time of day is not after an instant. */
function latestDay(timeOfDay: number | undefined, instant: Date): Date {
  const candidate = midnightOf(instant, 0);
  if (timeOfDay === undefined) return candidate;
  const time = new Date(candidate);
  time.setHours(0, 0, 0, timeOfDay);
  return time.getTime() <= instant.getTime() + tolerance ? candidate : midnightOf(instant, -1);
}

/** The local midnight that a day began with; some days have 23 hours, so hours are not counted. */
function midnightOf(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

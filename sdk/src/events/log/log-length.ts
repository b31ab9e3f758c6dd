import { dayStep, type LogTimes } from './log-calendar.ts';
import { EntryScanner } from './parsing/entry-scanner.ts';

/**
 * Measures a log in days, before it is read: how many midnights passed in it, so that its first line can be dated from
 * its last one (`LogCalendar.of`). Takes it in pieces of any size, and no memory.
 */
export class LogLength {
  readonly #scanner = new EntryScanner({ time: (timeOfDay) => this.#see(timeOfDay) });
  #midnights = 0;
  #last: number | undefined;

  /** Measures a whole log. */
  static async measure(log: AsyncIterable<Uint8Array>): Promise<LogTimes> {
    const length = new LogLength();
    for await (const chunk of log) length.push(chunk);
    return length.end();
  }

  /** Takes the next piece. */
  push(chunk: Uint8Array): void {
    this.#scanner.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }

  /** Says that nothing follows. */
  end(): LogTimes {
    this.#scanner.end();
    return { midnights: this.#midnights, last: this.#last };
  }

  #see(timeOfDay: number): void {
    if (this.#last !== undefined) this.#midnights += dayStep(this.#last, timeOfDay);
    this.#last = timeOfDay;
  }
}

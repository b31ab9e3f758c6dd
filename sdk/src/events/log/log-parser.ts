import type { LogEvent } from './log-event.ts';
import { EntryScanner } from './parsing/entry-scanner.ts';
import { type LogClock, StackLog } from './parsing/stack-log.ts';

/** What a {@link LogParser} may be told about a log. */
export interface LogParserOptions {
  /**
   * The version of MicroSIP that wrote the log, as far as that is known: it decides whom an incoming call is taken to
   * come from (facts C.5). The log's own messages say it as well, but not always in time.
   */
  readonly version?: string;
}

/**
 * Reads the log of MicroSIP's SIP stack, PJSIP (facts F.3), in pieces of any size: what it tells does not depend on
 * where they are cut. Bytes that are no log yield nothing and never an error. Text in events comes from the network
 * as it is, and is to be treated as hostile.
 *
 * @example
 * ```ts
 * const parser = new LogParser(LogCalendar.beginningOn(new Date(2026, 10, 22)));
 * console.log(parser.push(await readFile('microsip_log.txt')), parser.end());
 * ```
 */
export class LogParser {
  readonly #scanner: EntryScanner;
  #lines = 0;
  #events: LogEvent[] = [];

  /** @param calendar - gives the times of the log, which have no date, their day; see `LogCalendar` */
  constructor(calendar: LogClock, { version }: LogParserOptions = {}) {
    const log = new StackLog(calendar, version, (event) => this.#events.push(event));
    this.#scanner = new EntryScanner({
      time: (timeOfDay) => {
        this.#lines++;
        log.time(timeOfDay);
      },
      line: (line, timeOfDay) => log.line(line, timeOfDay),
      message: (line, timeOfDay, bytes) => log.message(line, timeOfDay, bytes),
    });
  }

  /** How many lines of PJSIP's log were found so far; none in a file that is something else. */
  get lines(): number {
    return this.#lines;
  }

  /** Takes the next piece, and gives what it tells. The bytes are not kept. */
  push(chunk: Uint8Array): readonly LogEvent[] {
    this.#scanner.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    return this.#take();
  }

  /** Says that nothing follows, and gives what the last line tells, which may lack its end. */
  end(): readonly LogEvent[] {
    this.#scanner.end();
    return this.#take();
  }

  #take(): readonly LogEvent[] {
    const events = this.#events;
    if (events.length > 0) this.#events = [];
    return events;
  }
}

import type { RandomAccess } from '../../following/followed-file.ts';
import { LogReading, type LogReadingOptions, type PastReadingOptions } from '../log-reading.ts';
import { BackwardScan, stepLength } from './backward-scan.ts';
import { lineStart } from './line-start.ts';

/** How much of a log is read back, in bytes. */
export interface ReadBackLengths {
  /** Looked through before the first answer, and then step by step. */
  readonly step: number;
  /** Read in any case: it holds what began and is not yet called a call, and the last call that ended. */
  readonly tail: number;
  /** Read before the line with which a call begins: how the call came to be, with its INVITE. */
  readonly callLead: number;
  /** Read before a line that stands for itself: the messages it is about. */
  readonly lineLead: number;
}

export const usualLengths: ReadBackLengths = {
  step: stepLength,
  tail: 256 * 1024,
  callLead: 256 * 1024,
  lineLead: 16 * 1024,
};

/**
 * Finds out what is so at the end of a log without reading all of it: first from its end alone, then from as far back
 * as the oldest call that is up.
 */
export class ReadBack {
  readonly #file: RandomAccess;
  readonly #end: number;
  readonly #options: LogReadingOptions;
  readonly #lengths: ReadBackLengths;
  readonly #scan: BackwardScan;

  /**
   * @param end - where the past ends
   * @param written - when the log was last written
   */
  constructor(
    file: RandomAccess,
    end: number,
    written: Date,
    options: LogReadingOptions = {},
    lengths: ReadBackLengths = usualLengths,
  ) {
    this.#file = file;
    this.#end = end;
    this.#options = options;
    this.#lengths = lengths;
    this.#scan = new BackwardScan(file, end, written, lengths.step);
  }

  /** Whether nothing older than what was looked at can matter. */
  get complete(): boolean {
    return this.#scan.complete;
  }

  /** Looks at the end of the log. */
  async first(): Promise<LogReading> {
    await this.#scan.step();
    return await this.#read();
  }

  /** Looks at all that matters. It takes its time, and leaves the event loop to others in between. */
  async rest(signal: AbortSignal): Promise<LogReading> {
    while (!this.#scan.complete) {
      signal.throwIfAborted();
      await this.#scan.step();
    }
    return await this.#read(signal);
  }

  async #read(signal?: AbortSignal): Promise<LogReading> {
    const { oldestLiveCall = this.#end, registration, stack } = this.#scan;
    const { callLead, lineLead, tail } = this.#lengths;
    const single = [
      ...(stack === undefined ? [] : [{ line: stack, type: 'stack' as const }]),
      ...(registration === undefined ? [] : [{ line: registration, type: 'registration' as const }]),
    ].sort((one, other) => one.line.position - other.line.position);

    let earliest = Math.min(this.#end - tail, oldestLiveCall - callLead);
    for (const { line } of single.toReversed()) {
      // What the line is about stands before it, and must not be cut off.
      if (line.position >= earliest) earliest = Math.min(earliest, line.position - lineLead);
    }
    const start = await lineStart(this.#file, earliest);
    const reading = new LogReading(this.#options);

    for (const { line, type } of single) {
      if (line.position >= start) continue;
      const from = await lineStart(this.#file, line.position - lineLead);
      await this.#readPart(
        reading,
        { from, to: line.end },
        { signal, wanted: (event) => event.type === type },
      );
    }
    await this.#readPart(reading, { from: start, to: this.#end }, { signal });
    return reading;
  }

  async #readPart(
    reading: LogReading,
    part: { readonly from: number; readonly to: number },
    options: PastReadingOptions,
  ): Promise<void> {
    await reading.readPast(this.#file, part, this.#scan.timeline.instantAt(part.from), options);
  }
}

import path from 'node:path';

import { ChangeNotices } from '../../following/change-notices.ts';
import { isSameFile, readingBuffer } from '../../following/followed-file.ts';
import { processClock, type FollowingClock } from '../../following/following-clock.ts';
import type { HookEvent, HookObservation } from '../hook-event.ts';
import { journalFiles, journalName, type JournalFile } from './journal-files.ts';
import { JournalSegment } from './journal-segment.ts';

/** How a journal is read. */
export interface JournalSourceOptions {
  /** So many bytes at the journal's end are read for its history: about 130 an event. Default: 1 MiB. */
  readonly historyBytes?: number;
  readonly clock?: FollowingClock;
  /** For tests. */
  readonly platform?: NodeJS.Platform;
}

const defaultHistoryBytes = 1024 * 1024;

/** The interval of looking where no notices come, or come late. */
const lookMs = 20;
/** Looking for new files as well is dearer, and there seldom are any. */
const fileLookMs = 100;
/** Without a folder nothing is written soon: a phone runs hooks only after it was started with them. */
const absenceMs = 250;
/** Where all is noticed, a look is only a precaution. */
const precautionMs = 1000;
/** So long after a change of names every file is looked at: a hook that opened the journal before still writes to it. */
const lingerMs = 2000;

/**
 * The journal of the hook program, for any number of readers in any number of processes: each reads for itself, and all
 * see the same events, with the same ids. Where the journal gets a new file, the last events of the old one may be told
 * after the first of the new one. The journal need not be there yet.
 *
 * @example
 * ```ts
 * for await (const observation of new JournalSource(folder).observe(signal)) {
 *   if (observation.type === 'hook') console.log(observation.hook, JSON.stringify(observation.caller));
 * }
 * ```
 */
export class JournalSource {
  readonly #folder: string;
  readonly #historyBytes: number;
  readonly #clock: FollowingClock;
  readonly #platform: NodeJS.Platform;
  #skippedLines = 0;

  /**
   * @param folder - where the hook program lies: `hookFolder(installation)`
   * @param options - how far back
   */
  constructor(folder: string, options: JournalSourceOptions = {}) {
    this.#folder = folder;
    this.#historyBytes = options.historyBytes ?? defaultHistoryBytes;
    this.#clock = options.clock ?? processClock;
    this.#platform = options.platform ?? process.platform;
  }

  /** How many torn or foreign lines were passed over so far. */
  get skippedLines(): number {
    return this.#skippedLines;
  }

  /**
   * What the journal holds, and then every event that is added to it. Nothing is told twice.
   *
   * @param signal - ends it, without an error
   */
  async *observe(signal: AbortSignal): AsyncGenerator<HookObservation, void, void> {
    using notices = new ChangeNotices(path.join(this.#folder, journalName), this.#clock, this.#platform);
    await using segments = new OpenSegments(this.#folder);
    await notices.arm();
    yield { type: 'history', events: await segments.begin(this.#historyBytes) };

    let lookAtAll = this.#clock.now();
    let lingerUntil = this.#clock.now();
    while (!signal.aborted) {
      this.#skippedLines = segments.skipped;
      await notices.arm();
      const now = this.#clock.now();
      if (notices.take() === 'name') lingerUntil = now + lingerMs;
      const lingers = now < lingerUntil;
      const looksAtAll = lingers || now >= lookAtAll;
      if (looksAtAll) lookAtAll = now + (notices.prompt ? precautionMs : fileLookMs);
      yield* untilAborted(looksAtAll ? await segments.readAll() : await segments.readNewest(), signal);
      this.#skippedLines = segments.skipped;
      await notices.wait(untilNextLook(notices, segments, lingers), signal);
    }
  }

  /**
   * What the journal holds now.
   *
   * @example
   * ```ts
   * const events = await new JournalSource(folder).history();
   * ```
   */
  async history(): Promise<readonly HookEvent[]> {
    await using segments = new OpenSegments(this.#folder);
    const events = await segments.begin(this.#historyBytes);
    this.#skippedLines = segments.skipped;
    return events;
  }
}

function untilNextLook(notices: ChangeNotices, segments: OpenSegments, lingers: boolean): number {
  if (!notices.watching && segments.none) return absenceMs;
  return notices.prompt && !lingers ? precautionMs : lookMs;
}

/** Who aborts wants no more of what was read already. */
function* untilAborted(events: readonly HookEvent[], signal: AbortSignal): Generator<HookEvent, void, void> {
  for (const event of events) {
    if (signal.aborted) return;
    yield event;
  }
}

/** The files of a journal, each read with a handle of its own, so that what was removed is still read to its end. */
class OpenSegments implements AsyncDisposable {
  readonly #folder: string;
  readonly #buffer = readingBuffer();
  /** Oldest first. */
  #open: JournalSegment[] = [];
  /** What the history leaves out. */
  #ignored: readonly JournalFile[] = [];
  #skippedBefore = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get skipped(): number {
    return this.#open.reduce((sum, segment) => sum + segment.skipped, this.#skippedBefore);
  }

  /** The events in the last so many bytes; what follows goes on from there. */
  async begin(historyBytes: number): Promise<readonly HookEvent[]> {
    // A file that gets another name meanwhile would be missing.
    for (let attempt = 1; !(await this.#openLast(historyBytes)) && attempt < 5; attempt++)
      await this.#closeAll();
    return this.#readOpen();
  }

  /** @returns whether all of them could be opened */
  async #openLast(historyBytes: number): Promise<boolean> {
    const files = await journalFiles(this.#folder);
    let left = historyBytes;
    const wanted: { readonly file: JournalFile; readonly start: number }[] = [];
    for (const file of [...files].reverse()) {
      // A writer may still have the segment before open, so it is read on from its end.
      if (left === 0 && wanted.length > 1) break;
      wanted.unshift({ file, start: Math.max(0, file.size - left) });
      left = Math.max(0, left - file.size);
    }
    this.#ignored = files.slice(0, files.length - wanted.length);
    for (const { file, start } of wanted) await this.#add(file, start);
    return this.#open.length === wanted.length;
  }

  /** The new events of all files, those that have come meanwhile included. */
  async readAll(): Promise<readonly HookEvent[]> {
    const files = await journalFiles(this.#folder);
    const unknown = files.filter(
      ({ identity }) => !this.#known().some((known) => isSameFile(known, identity)),
    );
    for (const file of unknown) await this.#add(file, 0);
    const events = await this.#readOpen();
    // What has no name any more is complete: the hook program removes only what nobody writes to.
    const isThere = (segment: JournalSegment): boolean =>
      files.some(({ identity }) => isSameFile(identity, segment.identity));
    const gone = this.#open.filter((segment) => !isThere(segment));
    this.#open = this.#open.filter(isThere);
    for (const segment of gone) {
      this.#skippedBefore += segment.skipped;
      await segment.close();
    }
    this.#ignored = this.#ignored.filter((old) =>
      files.some((file) => isSameFile(file.identity, old.identity)),
    );
    return events;
  }

  /** Whether there is no file. */
  get none(): boolean {
    return this.#open.length === 0;
  }

  /** The new events of the file that is written to. */
  async readNewest(): Promise<readonly HookEvent[]> {
    return (await this.#open.at(-1)?.read(this.#buffer)) ?? [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#closeAll();
  }

  async #closeAll(): Promise<void> {
    for (const segment of this.#open.splice(0)) await segment.close();
  }

  async #add(file: JournalFile, start: number): Promise<void> {
    const segment = await JournalSegment.open(file, start);
    if (segment !== undefined) this.#open.push(segment);
  }

  #known(): readonly JournalFile['identity'][] {
    return [...this.#open, ...this.#ignored].map(({ identity }) => identity);
  }

  async #readOpen(): Promise<readonly HookEvent[]> {
    const events: HookEvent[] = [];
    for (const segment of this.#open)
      for (const event of await segment.read(this.#buffer)) events.push(event);
    return events;
  }
}

import { open } from 'node:fs/promises';

import { FollowedFile, isSameFile } from '../../following/followed-file.ts';
import type { HookEvent } from '../hook-event.ts';
import { absent, type JournalFile } from './journal-files.ts';
import { parseBehindTornLine, parseJournalLine } from './journal-line.ts';
import { JournalLines } from './journal-lines.ts';

/** One file of the journal, read as it grows; its name may change meanwhile. */
export class JournalSegment {
  #file: FollowedFile;
  #lines: JournalLines;
  #skipped = 0;

  private constructor(file: FollowedFile, beginsInside: boolean) {
    this.#file = file;
    this.#lines = new JournalLines(beginsInside);
  }

  /**
   * Opens a file of the journal.
   *
   * @param start - how many bytes at its beginning are of no interest
   * @returns nothing when it is gone, or has another name by now
   */
  static async open({ identity, path }: JournalFile, start: number): Promise<JournalSegment | undefined> {
    const handle = await open(path, 'r').catch((error: unknown) => absent(error, undefined));
    if (handle === undefined) return undefined;
    try {
      const file = await FollowedFile.of(handle);
      if (!isSameFile(file.identity, identity)) {
        await file.close();
        return undefined;
      }
      // One byte earlier tells whether a line begins just there.
      if (start > 0) await file.startAt(start - 1);
      return new JournalSegment(file, start > 0);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get identity(): FollowedFile['identity'] {
    return this.#file.identity;
  }

  /** How many lines were none of the hook program's, an unfinished one at the end included. */
  get skipped(): number {
    return this.#skipped + (this.#lines.isInsideLine ? 1 : 0);
  }

  /** The events that were added since it was read last. */
  async read(buffer: Buffer): Promise<readonly HookEvent[]> {
    const events: HookEvent[] = [];
    for (;;) {
      const bytes = await this.#file.next(buffer);
      if (bytes === undefined) return events;
      if (bytes === 'rewritten') {
        this.#file = await this.#file.rewritten();
        this.#lines = new JournalLines();
        continue;
      }
      for (const line of this.#lines.push(bytes)) {
        if (line === '') continue;
        const whole = parseJournalLine(line ?? '');
        if (whole === undefined) this.#skipped++;
        const event = whole ?? parseBehindTornLine(line ?? '');
        if (event !== undefined) events.push(event);
      }
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

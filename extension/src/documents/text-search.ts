import { setImmediate as giveWay } from 'node:timers/promises';

import type { Dialable, DialableKind } from '../numbers/dialable.ts';
import { findDialable } from '../numbers/find-dialable.ts';
import { KnownNumbers } from '../numbers/known-numbers.ts';

/** What is looked for, and where. */
export interface TextSearchOptions {
  /** Whose numbers are written without a country code. */
  readonly region: string | undefined;
  readonly kinds: readonly DialableKind[];
  /** Where the part begins that is looked at. Default: the beginning of the text. */
  readonly from?: number | undefined;
  /** Where it ends. Default: the end of the text. */
  readonly to?: number | undefined;
  /** Whether nobody waits for the answer any more; what was found by then is the answer. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** Milliseconds, as `performance.now()` tells them. */
  readonly now?: (() => number) | undefined;
}

/** Every other extension waits as long as this one computes, so it computes no longer at a time. */
const longestTurnMs = 8;

/** What is looked through at once; more than there is time for would be looked through twice. In UTF-16 code units. */
export const partLength = 8192;

/** A document that takes longer is not worth more of the machine. */
const longestSearchMs = 2_000;

/** More than this, no editor draws with ease. */
export const mostFound = 10_000;

/** Looks through texts of any size in short turns, and remembers the numbers it saw. */
export class TextSearch {
  readonly #knownNumbers = new KnownNumbers();

  /** What can be dialled, in the order of the text; what was found until there was too much, or too little time. */
  async find(text: string, options: TextSearchOptions): Promise<readonly Dialable[]> {
    const { region, kinds, isCancelled = () => false, now = () => performance.now() } = options;
    const to = Math.min(options.to ?? text.length, text.length);
    const found: Dialable[] = [];
    let spentMs = 0;
    let began = now();
    const isTimeUp = (): boolean => now() - began > longestTurnMs;
    for (let from = Math.max(options.from ?? 0, 0); from < to;) {
      const part = await findDialable(text, {
        region,
        kinds,
        from,
        to: Math.min(from + partLength, to),
        knownNumbers: this.#knownNumbers,
        isTimeUp,
      });
      from = part.searchedTo;
      // What lies across the end of one part is found in the next one too.
      const end = found.at(-1)?.end ?? 0;
      for (const dialable of part.found) if (dialable.start >= end) found.push(dialable);
      if (found.length >= mostFound) return found.slice(0, mostFound);
      if (from >= to || !isTimeUp()) continue;
      spentMs += now() - began;
      if (spentMs > longestSearchMs) return found;
      await giveWay();
      if (isCancelled()) return found;
      began = now();
    }
    return found;
  }
}

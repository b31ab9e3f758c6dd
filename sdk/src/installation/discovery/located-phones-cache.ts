import type { LocatedPhones } from './located-phone.ts';
import { factsOf } from './windows-files.ts';

/** How long what was found is believed, in milliseconds: a copy that is installed meanwhile may count before it. */
const maximumAgeMs = 30_000;

interface Entry {
  readonly located: LocatedPhones;
  readonly at: number;
}

/** What searches of this process found, for as long as the programs found stay what they were. */
export class LocatedPhonesCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  /** @param now - milliseconds of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * What was found before, or is found now. That nothing was found, or not all that was named, is not kept.
   *
   * @param question - the same for the same search
   */
  async get(
    question: string,
    search: () => Promise<LocatedPhones>,
    signal: AbortSignal,
  ): Promise<LocatedPhones> {
    const entry = this.#entries.get(question);
    if (entry !== undefined && (await this.#isTrue(entry, signal))) return entry.located;
    this.#entries.delete(question);
    const at = this.#now();
    const located = await search();
    const isComplete = located.phones.length > 0 && located.phones.every(({ file }) => file !== undefined);
    if (isComplete) this.#entries.set(question, { located, at });
    return located;
  }

  async #isTrue({ at, located }: Entry, signal: AbortSignal): Promise<boolean> {
    if (this.#now() - at > maximumAgeMs) return false;
    const checks = located.phones.map(async ({ file, local }) => {
      const facts = await factsOf(local, signal);
      return facts !== undefined && facts.identity === file?.identity && facts.stamp === file.stamp;
    });
    return (await Promise.all(checks)).every((isSame) => isSame);
  }
}

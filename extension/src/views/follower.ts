import type { Clock } from '../clock.ts';

/** Between two looks at something that nobody tells of. */
const lookEveryMs = 5_000;

/** One thing that happens to a phone is told in several steps, and written a moment later. */
const settleMs = 250;

/** How much somebody wants to know: `closely` while it is looked at, `loosely` while it is only in sight. */
export type Attention = 'none' | 'loosely' | 'closely';

/**
 * Looks at something again and again, as long as somebody wants to know: at once when that begins, soon after a hint
 * that it changed, and now and then while it is followed closely. There is never more than one look at a time.
 */
export class Follower {
  readonly #look: () => Promise<void>;
  readonly #clock: Clock;
  readonly #tellFailure: (error: unknown) => void;
  #attention: Attention = 'none';
  #cancelNext: (() => void) | undefined;
  #isLooking = false;
  #isHinted = false;

  /** @param tellFailure - is told what a look failed with; the next one comes all the same */
  constructor(look: () => Promise<void>, clock: Clock, tellFailure: (error: unknown) => void) {
    this.#look = look;
    this.#clock = clock;
    this.#tellFailure = tellFailure;
  }

  /** Takes in how much somebody wants to know from now on. */
  pay(attention: Attention): void {
    const before = this.#attention;
    this.#attention = attention;
    if (attention === before) return;
    if (before === 'none') this.#lookIn(0);
    else this.#plan();
  }

  /** Takes in that something may have changed. */
  hint(): void {
    if (this.#attention === 'none') return;
    if (this.#isLooking) this.#isHinted = true;
    else this.#lookIn(settleMs);
  }

  dispose(): void {
    this.#attention = 'none';
    this.#cancel();
  }

  #plan(): void {
    if (this.#isLooking) return;
    if (this.#isHinted && this.#attention !== 'none') this.#lookIn(settleMs);
    else if (this.#attention === 'closely') this.#lookIn(lookEveryMs);
    else this.#cancel();
  }

  #lookIn(milliseconds: number): void {
    if (this.#isLooking) {
      this.#isHinted = true;
      return;
    }
    this.#cancel();
    this.#cancelNext = this.#clock.after(milliseconds, () => void this.#lookNow());
  }

  async #lookNow(): Promise<void> {
    this.#cancelNext = undefined;
    this.#isLooking = true;
    this.#isHinted = false;
    try {
      await this.#look();
    } catch (error) {
      this.#tellFailure(error);
    } finally {
      this.#isLooking = false;
      this.#plan();
    }
  }

  #cancel(): void {
    this.#cancelNext?.();
    this.#cancelNext = undefined;
  }
}

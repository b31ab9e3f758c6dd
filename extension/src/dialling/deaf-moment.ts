import type { Clock } from '../clock.ts';

/** As long as the clicks of a double click may lie apart, and less than it takes to read a question. In milliseconds. */
const lengthMs = 500;

/**
 * The moment after a question came up in which it takes no answer: one would come from somebody who has not seen it yet,
 * as the second click of a double click on what led to it.
 */
export class DeafMoment {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #began: number;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#began = clock.now();
  }

  get isOver(): boolean {
    const passed = this.#clock.now() - this.#began;
    // A clock that was set back must not make it last.
    return passed < 0 || passed >= lengthMs;
  }
}

import type { Clock } from '../../../extension/src/clock.ts';
import { since } from './seen-phones.ts';

/** A clock that stands until it is told to go on. */
export class StandingClock implements Clock {
  time = Date.parse(since);
  readonly waiting = new Map<() => void, number>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    this.waiting.set(callback, this.time + milliseconds);
    return () => this.waiting.delete(callback);
  }

  goOn(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.waiting]
        .filter(([, at]) => at <= end)
        .sort(([, one], [, other]) => one - other);
      if (next === undefined) break;
      const [callback, at] = next;
      this.time = at;
      this.waiting.delete(callback);
      callback();
    }
    this.time = end;
  }
}

import { dayStep, LogCalendar } from '../log-calendar.ts';

/**
 * Which day it is at which place of a log, as seen from its end: its lines have times and no dates, and only of the last
 * one it is known when it was written.
 */
export class LogTimeline {
  readonly #written: Date;
  /** Places with their times, in milliseconds since midnight, and the midnights from there to the end; newest first. */
  readonly #places: { readonly position: number; readonly timeOfDay: number; readonly midnights: number }[] =
    [];

  /** @param written - when the log was last written */
  constructor(written: Date) {
    this.#written = written;
  }

  /** Takes in the time of a line that stands before all those taken in so far. */
  addEarlier(position: number, timeOfDay: number): void {
    const later = this.#places.at(-1);
    const midnights = later === undefined ? 0 : later.midnights + dayStep(timeOfDay, later.timeOfDay);
    this.#places.push({ position, timeOfDay, midnights });
  }

  /** An instant at or soon behind a place. */
  instantAt(position: number): Date {
    const place = this.#places.findLast((candidate) => candidate.position >= position);
    if (place === undefined) return this.#written;
    const last = this.#places[0]?.timeOfDay;
    return LogCalendar.of({ midnights: place.midnights, last }, this.#written).instant(place.timeOfDay);
  }
}

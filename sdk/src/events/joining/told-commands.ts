import type { CallTracker } from '../tracker/call-tracker.ts';
import type { CommandEvent } from '../tracker/tracker-input.ts';

/** How many commands are remembered. */
const rememberedCommands = 20;

/** Lets trackers know of commands: of those that come, and a tracker that is new of the latest ones. */
export class ToldCommands {
  readonly #trackers = new Set<CallTracker>();
  #latest: readonly CommandEvent[] = [];

  tell(command: CommandEvent): void {
    this.#latest = [...this.#latest.slice(1 - rememberedCommands), command];
    for (const tracker of this.#trackers) tracker.take(command);
  }

  add(tracker: CallTracker): void {
    for (const command of this.#latest) tracker.take(command);
    this.#trackers.add(tracker);
  }

  remove(tracker: CallTracker): void {
    this.#trackers.delete(tracker);
  }
}

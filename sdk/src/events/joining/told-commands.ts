import type { CallTracker } from '../tracker/call-tracker.ts';
import { endsCalls } from '../tracker/ending-command.ts';
import type { CommandEvent } from '../tracker/tracker-input.ts';

/** How many commands are remembered. */
const rememberedCommands = 20;

/** Lets trackers know of the commands that end calls: those that come, and for a tracker that is new, the latest ones. */
export class ToldCommands {
  readonly #trackers = new Set<CallTracker>();
  #latest: readonly CommandEvent[] = [];

  tell(command: CommandEvent): void {
    if (!endsCalls(command.action)) return;
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

import type { CallEvent } from '../../../sdk/src/events/call-event.ts';
import type { LogEvent } from '../../../sdk/src/events/log/log-event.ts';

/** What is so after events of a log, put together without the kit's own tracker. */
export interface LogState {
  readonly stack: string | undefined;
  readonly registration: string | undefined;
  /** The calls that are up, each with all that was said of it. */
  readonly calls: readonly CallEvent[];
}

/** Puts events together as they come. */
export class LogStateKeeper {
  #stack: string | undefined;
  #registration: string | undefined;
  readonly #calls = new Map<string, CallEvent>();

  take(events: readonly LogEvent[]): this {
    for (const event of events) {
      if (event.type === 'stack') {
        this.#stack = event.state;
        this.#registration = undefined;
        this.#calls.clear();
      } else if (event.type === 'registration') {
        this.#registration = `${event.state} ${event.account ?? ''} ${event.status ?? ''}`;
      } else if (event.state === 'ended') this.#calls.delete(event.callId);
      else {
        // Who holds it is said anew with every `held`; without it nobody does.
        const known = { ...(this.#calls.get(event.callId) ?? event) };
        Reflect.deleteProperty(known, 'heldBy');
        this.#calls.set(event.callId, { ...known, ...event });
      }
    }
    return this;
  }

  get state(): LogState {
    const calls = [...this.#calls.values()].sort((one, other) => (one.callId < other.callId ? -1 : 1));
    return { stack: this.#stack, registration: this.#registration, calls };
  }
}

/** The state that events lead to. */
export function stateAfter(events: readonly LogEvent[]): LogState {
  return new LogStateKeeper().take(events).state;
}

import type { LogEvent } from '../log-event.ts';

/** Keeps, of events in their order, those that led to what is so now: of calls that are up, and the last one that ended. */
export class PresentState {
  #events: LogEvent[] = [];
  #lastEnded: string | undefined;

  take(event: LogEvent): void {
    switch (event.type) {
      case 'stack':
        this.#lastEnded = undefined;
        this.#events = [event];
        return;
      case 'registration':
        this.#events = [...this.#events.filter(({ type }) => type !== 'registration'), event];
        return;
      case 'call':
        this.#events.push(event);
        if (event.state !== 'ended') return;
        this.#forget(this.#lastEnded, event.callId);
        this.#lastEnded = event.callId;
    }
  }

  /** Oldest first. */
  get events(): readonly LogEvent[] {
    return [...this.#events];
  }

  #forget(callId: string | undefined, keep: string): void {
    if (callId === undefined || callId === keep) return;
    this.#events = this.#events.filter((event) => event.type !== 'call' || event.callId !== callId);
  }
}

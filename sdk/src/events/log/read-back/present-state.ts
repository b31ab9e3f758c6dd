import type { CallEvent } from '../../call-event.ts';
import type { LogEvent } from '../log-event.ts';

/**
 * Keeps, of events in their order, those that led to what is so now: of calls that are up, and the last one that ended;
 * and of calls that ended a moment ago, as who asks what happened since then did not hear of them yet.
 */
export class PresentState {
  readonly #momentAgo: string;
  #events: LogEvent[] = [];
  #lastEnded: CallEvent | undefined;

  /** @param momentAgo - ISO 8601 time: calls that ended from then on are kept */
  constructor(momentAgo: string) {
    this.#momentAgo = momentAgo;
  }

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
        this.#forgetLast(event);
        this.#lastEnded = event;
    }
  }

  /** Oldest first. */
  get events(): readonly LogEvent[] {
    return [...this.#events];
  }

  #forgetLast({ callId: keep }: CallEvent): void {
    if (this.#lastEnded === undefined) return;
    const { at, callId } = this.#lastEnded;
    if (callId === keep || at >= this.#momentAgo) return;
    this.#events = this.#events.filter((event) => event.type !== 'call' || event.callId !== callId);
  }
}

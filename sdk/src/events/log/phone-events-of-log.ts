import type { CallEvent, MicroSipEvent } from '../call-event.ts';
import type { LogEvent } from './log-event.ts';

/**
 * Makes of what a log tells events that need no knowledge of the SIP stack: a stack that starts or ends is none, but
 * ends the calls that were left, as happens when the phone was killed.
 */
export class PhoneEventsOfLog {
  /** The last event of each call that is up, by Call-ID. */
  readonly #calls = new Map<string, CallEvent>();

  take(event: LogEvent): readonly MicroSipEvent[] {
    if (event.type === 'registration') return [event];
    if (event.type === 'call') {
      if (event.state === 'ended') this.#calls.delete(event.callId);
      else this.#calls.set(event.callId, event);
      return [event];
    }
    const left = [...this.#calls.values()];
    this.#calls.clear();
    return left.map(({ heldBy: _, status: __, transfer: ___, ...call }) => ({
      ...call,
      at: event.at,
      state: 'ended',
      reason: 'unknown',
    }));
  }
}

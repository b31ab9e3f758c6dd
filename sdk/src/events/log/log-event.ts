import type { CallEvent, RegistrationEvent } from '../call-event.ts';

/** The SIP stack of the phone started or ended; what it knew of calls before is gone. */
export interface StackEvent {
  readonly type: 'stack';
  /** ISO 8601 time. */
  readonly at: string;
  readonly state: 'started' | 'ended';
}

/** What one place of a log tells. Its source is `log`. */
export type LogEvent = CallEvent | RegistrationEvent | StackEvent;

/** What following a log tells. */
export type LogObservation =
  | LogEvent
  /**
   * What was so before the following began, as the events that led there, oldest first. It comes first, and again when
   * older calls that are still up were found farther back. Unless it is `complete`, that is still being looked for, and
   * another one follows; what cannot be read is not waited for.
   */
  | {
      readonly type: 'history';
      readonly events: readonly LogEvent[];
      readonly complete: boolean;
      /** When the log was last written before the following began, as an ISO 8601 time; nothing without a log. */
      readonly writtenAt?: string;
    };

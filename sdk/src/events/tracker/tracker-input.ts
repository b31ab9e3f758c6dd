import type { PhoneAction } from '../../action/phone-action.ts';
import type { EventSource, MicroSipEvent } from '../call-event.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import type { LogEvent } from '../log/log-event.ts';

/** A command is handed to the phone. */
export interface CommandEvent {
  readonly type: 'command';
  /** ISO 8601 time. */
  readonly at: string;
  readonly action: PhoneAction;
}

/** The phone's process was seen, or seen to be gone. */
export interface ProcessEvent {
  readonly type: 'process';
  /** ISO 8601 time. */
  readonly at: string;
  readonly running: boolean;
  readonly processId?: number;
  /** When the process began, as an ISO 8601 time: what an earlier one did is over. */
  readonly startedAt?: string;
}

/** Where calls are known from, now. */
export interface SourcesEvent {
  readonly type: 'sources';
  /** ISO 8601 time. */
  readonly at: string;
  readonly sources: readonly EventSource[];
}

/** Time passed: what waited for another source waits no longer. */
export interface TimeEvent {
  readonly type: 'time';
  /** ISO 8601 time. */
  readonly at: string;
}

/** All that the tracker makes the state of calls of. */
export type TrackerInput =
  LogEvent | HookEvent | CommandEvent | ProcessEvent | SourcesEvent | TimeEvent | MicroSipEvent;

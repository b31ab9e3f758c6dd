import type { PhoneAction } from '../../action/phone-action.ts';
import type { MicroSipEvent } from '../call-event.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import type { LogEvent } from '../log/log-event.ts';

/** A command was delivered to the phone. */
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
}

/** All that the tracker makes the state of calls of. */
export type TrackerInput = LogEvent | HookEvent | CommandEvent | ProcessEvent | MicroSipEvent;

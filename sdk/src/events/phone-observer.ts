import type { MicroSipEvent, PhoneStatus } from './call-event.ts';
import type { ProcessSighting } from './phone-process/process-watch.ts';
import type { CallTracker } from './tracker/call-tracker.ts';
import type { CommandEvent } from './tracker/tracker-input.ts';

/** What is so now, and then all that happens. A new status replaces all that was known before. */
export type Observation = PhoneStatus | MicroSipEvent;

/** How far back an observation goes. */
export interface ObserveOptions {
  /** ISO 8601 time: after the status, what happened from then on is told before what happens now. */
  readonly since?: string | undefined;
  /** `false` ends it before what happens now. */
  readonly follow?: boolean | undefined;
}

/** Where the state of one phone is known from. */
export interface PhoneObserver {
  /** Which process is the phone. */
  findPhone(signal: AbortSignal): Promise<{ readonly processId: number } | 'not-running' | 'unknown'>;
  /** What is seen of that process, and when it began where that can be found out. */
  findProcess(signal: AbortSignal): Promise<ProcessSighting | 'unknown'>;
  /** What is so now. A phone that does not run has a status too. */
  status(signal: AbortSignal): Promise<PhoneStatus>;
  /**
   * What is so now and then all that happens, with nothing in between lost, over exits and starts of the phone, until
   * the signal is aborted.
   */
  observe(signal: AbortSignal, options?: ObserveOptions): AsyncGenerator<Observation, void, void>;
  /**
   * A tracker of the phone, which knows what is so now, and is kept up to date until it is disposed of.
   *
   * @param signal - ends the beginning early, not what follows
   * @param life - disposes of the tracker when it is aborted
   */
  track(signal: AbortSignal, life?: AbortSignal): Promise<CallTracker>;
  /** Lets those who watch know of a command that is handed to the phone. */
  told(command: CommandEvent): void;
}

/** Whether an observation is a status. */
export function isStatus(observation: Observation): observation is PhoneStatus {
  return !('type' in observation);
}

/** Whether it can be known what becomes of calls. */
export function knowsCalls({ sources }: PhoneStatus): boolean {
  return sources.some((source) => source === 'log' || source === 'hook' || source === 'simulator');
}

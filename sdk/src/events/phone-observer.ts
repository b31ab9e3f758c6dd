import type { MicroSipEvent, PhoneStatus } from './call-event.ts';

/** What is so now, and then all that happens. A new status replaces all that was known before. */
export type Observation = PhoneStatus | MicroSipEvent;

/** Where the state of one phone is known from. */
export interface PhoneObserver {
  /** Which process is the phone. */
  findPhone(signal: AbortSignal): Promise<{ readonly processId: number } | 'not-running' | 'unknown'>;
  /** What is so now. A phone that does not run has a status too. */
  status(signal: AbortSignal): Promise<PhoneStatus>;
  /**
   * What is so now and then all that happens, with nothing in between lost, over exits and starts of the phone, until
   * the signal is aborted.
   */
  observe(signal: AbortSignal): AsyncGenerator<Observation, void, void>;
}

/** Whether an observation is a status. */
export function isStatus(observation: Observation): observation is PhoneStatus {
  return !('type' in observation);
}

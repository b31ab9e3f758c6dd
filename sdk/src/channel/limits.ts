import { setTimeout as delay } from 'node:timers/promises';

import { checkTimeout } from '../check-timeout.ts';
import { MicroSipError } from '../microsip-error.ts';

/** Why a wait was cut short. */
export type Interruption = 'CANCELLED' | 'TIMEOUT' | 'DISPOSED';

/** What one command may take; closing it stops its clock. */
export interface Limits extends Disposable {
  /** Aborted with an {@link InterruptionReason} when the time is over, the caller gives up, or the phone is disposed of. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** The reason that an interrupted command's signal carries. */
class InterruptionReason extends Error {
  readonly interruption: Interruption;

  constructor(interruption: Interruption, options?: ErrorOptions) {
    super(interruption, options);
    this.interruption = interruption;
  }
}

/**
 * Starts the clock of one command.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for a time that cannot be measured
 */
export function startLimits(given: {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Aborted when the phone is disposed of. */
  readonly disposal?: AbortSignal | undefined;
}): Limits {
  checkTimeout(given.timeoutMs);
  const { signal, disposal } = given;
  const controller = new AbortController();
  const cancel = (): void =>
    controller.abort(new InterruptionReason('CANCELLED', { cause: signal?.reason as unknown }));
  const dispose = (): void => controller.abort(new InterruptionReason('DISPOSED'));
  const timer = setTimeout(() => controller.abort(new InterruptionReason('TIMEOUT')), given.timeoutMs);
  if (disposal?.aborted === true) dispose();
  if (signal?.aborted === true) cancel();
  disposal?.addEventListener('abort', dispose, { once: true });
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    timeoutMs: given.timeoutMs,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      disposal?.removeEventListener('abort', dispose);
      signal?.removeEventListener('abort', cancel);
    },
  };
}

/** Why the signal was aborted, or nothing while it is not. */
export function interruptionOf(signal: AbortSignal): Interruption | undefined {
  if (!signal.aborted) return undefined;
  const reason: unknown = signal.reason;
  return reason instanceof InterruptionReason ? reason.interruption : 'CANCELLED';
}

/**
 * The error of a wait that was cut short.
 *
 * @param signal - an aborted signal
 * @param timedOut - what to say when time was over: what was waited for, and what to do next
 * @param outcome - what is known about the command, such as that nothing was sent
 */
export function interruptionError(signal: AbortSignal, timedOut: string, outcome: string): MicroSipError {
  const reason: unknown = signal.reason;
  const interruption = interruptionOf(signal) ?? 'CANCELLED';
  const cause = reason instanceof InterruptionReason ? reason.cause : reason;
  const message = {
    TIMEOUT: timedOut,
    CANCELLED: `The command was cancelled; ${outcome}.`,
    DISPOSED: `The MicroSip object was disposed of before the command was through; ${outcome}.`,
  }[interruption];
  return new MicroSipError(interruption, message, cause === undefined ? undefined : { cause });
}

/** Waits; returns early, without an error, when the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

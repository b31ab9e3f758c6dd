import type { MicroSipError } from '../../microsip-error.ts';
import { interruptionError } from '../limits.ts';

/**
 * The error of a phone that took no messages for as long as it was waited for.
 *
 * @param signal - an aborted signal
 */
export function nothingSent(signal: AbortSignal): MicroSipError {
  return interruptionError(
    signal,
    'MicroSIP took no messages in time, so nothing was sent. ' +
      'It may be waiting for an event hook: look at its window, or allow more time.',
    'nothing was sent',
  );
}

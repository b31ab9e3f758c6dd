import type { CallState } from 'microsip-sdk';

/** Whether Hold would resume a call. One that only the other side holds can still be put on hold from here. */
export function isOnHold({ heldBy, state }: CallState): boolean {
  return state === 'held' && heldBy !== 'remote';
}

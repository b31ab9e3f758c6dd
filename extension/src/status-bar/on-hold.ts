import type { CallState } from 'microsip-sdk';

/** Whether Hold would resume a call. One that only the other side holds can still be put on hold from here. */
export function isOnHold({ heldBy, state }: Pick<CallState, 'heldBy' | 'state'>): boolean {
  return state === 'held' && heldBy !== 'remote';
}

/** What Hold comes to with a phone, which has only a toggle, for the call in its selected tab; `either` where that is not known. */
export function holdMeaning(
  calls: readonly Pick<CallState, 'heldBy' | 'state'>[],
): 'hold' | 'resume' | 'either' {
  const answered = calls.filter(({ state }) => state === 'active' || state === 'held');
  if (answered.length === 0) return 'either';
  if (answered.every(isOnHold)) return 'resume';
  return answered.some(isOnHold) ? 'either' : 'hold';
}

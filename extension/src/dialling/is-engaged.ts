import type { CallState } from 'microsip-sdk';

/** Whether there is a call beside which a phone set to one at a time dials no other: one that only rings in is none (facts A.6). */
export function isEngaged(calls: readonly Pick<CallState, 'state'>[]): boolean {
  return calls.some(({ state }) => state !== 'ended' && state !== 'incoming');
}

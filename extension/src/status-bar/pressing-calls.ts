import type { CallProgress, CallState, PhoneStatus } from 'microsip-sdk';

const urgency: readonly CallProgress[] = ['incoming', 'active', 'held', 'ringing', 'calling'];

/** The calls that are up, the most pressing first. */
export function pressingCalls({ calls }: PhoneStatus): readonly CallState[] {
  return calls
    .filter(({ state }) => state !== 'ended')
    .sort((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
}

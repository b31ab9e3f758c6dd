import type { CallProgress, CallState, PhoneStatus } from 'microsip-sdk';

import { remoteText } from './remote-text.ts';

/** What the status bar says about the phone. */
export interface CallSummary {
  readonly text: string;
  readonly tooltip: string;
  /** What a click does. */
  readonly action: 'dial' | 'answer' | 'hangUp';
  /** Whether someone waits for an answer. */
  readonly urgent: boolean;
}

/** The most pressing first. */
const urgency: readonly CallProgress[] = ['incoming', 'active', 'held', 'ringing', 'calling'];

const words: Readonly<Record<CallProgress, string>> = {
  calling: 'Calling',
  ringing: 'Ringing',
  incoming: 'Call from',
  active: 'In call with',
  held: 'On hold:',
  ended: 'Ended:',
};

/** The phone in a few words, or `undefined` when there is nothing to say: no phone, or none that can be seen. */
export function summarizeCalls(status: PhoneStatus): CallSummary | undefined {
  const calls = status.calls.filter(({ state }) => state !== 'ended');
  const [first] = [...calls].sort(
    (left, right) => urgency.indexOf(left.state) - urgency.indexOf(right.state),
  );
  if (first !== undefined) return summarizeCall(first, calls.length - 1);
  if (status.phone !== 'idle' && status.phone !== 'unregistered') return undefined;
  const trouble = status.phone === 'unregistered' ? ', not registered' : '';
  return {
    text: '$(call-outgoing)',
    tooltip: `MicroSIP: no call${trouble}. Click to dial.`,
    action: 'dial',
    urgent: false,
  };
}

function summarizeCall(call: CallState, others: number): CallSummary {
  const icon = call.state === 'held' ? '$(debug-pause)' : `$(call-${call.direction})`;
  const farEnd = remoteText(call.number ?? call.name ?? call.uri ?? 'unknown');
  const spoken = `${words[call.state]} ${farEnd}`;
  const urgent = call.state === 'incoming';
  const andOthers = others > 0 ? `, and ${others} more` : '';
  return {
    text: `${icon} ${spoken}${others > 0 ? ` +${others}` : ''}`,
    tooltip: `MicroSIP: ${spoken}${andOthers}. Click to ${urgent ? 'answer' : 'hang up'}.`,
    action: urgent ? 'answer' : 'hangUp',
    urgent,
  };
}

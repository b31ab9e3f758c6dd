import type { OutgoingSip } from '../phone-effect.ts';
import { callOf, emit, type Turn } from '../turn.ts';
import { dtmfMessage } from './dtmf.ts';
import { isAtHand } from './phone-call.ts';

/**
 * Blind transfer of the call in the selected tab (facts A.9).
 *
 * @param target the formatted address.
 * @param user its user part, which the feature code takes.
 */
export function transfer(turn: Turn, target: string, user: string): void {
  const { selectedCallId, settings, version } = turn.state;
  const call = selectedCallId === null ? undefined : callOf(turn, selectedCallId);
  if (call === undefined || !isAtHand(call)) return;
  const byDtmf = version !== '3.20.5' && settings.enableFeatureCodeBT;
  const message: OutgoingSip = byDtmf
    ? dtmfMessage(settings, settings.featureCodeBT + user)
    : { method: 'REFER', target };
  emit(turn, { do: 'send', callId: call.callId, message });
}

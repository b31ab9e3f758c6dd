import type { OutgoingSip } from '../phone-effect.ts';
import { parseRemoteAddress } from '../sip-address/parse-remote-address.ts';
import { emit, selectedCall, type Turn } from '../turn.ts';
import { dtmfMessage } from './dtmf.ts';
import { isAtHand } from './phone-call.ts';

/**
 * Blind transfer of the call in the selected tab: by REFER, or by the digits that tell the exchange (facts A.9).
 *
 * @param target the formatted address.
 */
export function transfer(turn: Turn, target: string): void {
  const call = selectedCall(turn);
  if (call === undefined || !isAtHand(call)) return;
  emit(turn, { do: 'send', callId: call.callId, message: transferMessage(turn, target) });
}

function transferMessage({ state: { settings, version } }: Turn, target: string): OutgoingSip {
  if (!settings.enableFeatureCodeBT) return { method: 'REFER', target };
  return dtmfMessage(settings, settings.featureCodeBT + parseRemoteAddress(version, target).user);
}

import type { DialledCall } from '../command-effect.ts';
import { parseRemoteAddress } from '../sip-address/parse-remote-address.ts';
import { callOf, change, emit, enterState, type Turn } from '../turn.ts';
import { callIdFrom } from './call-id.ts';
import { logBeginning } from './history.ts';
import { holdOthers } from './hold.ts';
import { newCall, sameFarEnd, type PhoneCall } from './phone-call.ts';

/**
 * Places a call. A contact whose tab holds a call already is silently not called (facts A.6); the tab of a call that
 * ended with 481 goes on holding it (inferred, facts C.1).
 */
export function placeCall(turn: Turn, dialled: DialledCall): void {
  const { calls, nextCall, seed, settings, version } = turn.state;
  const uri = dialled.invite ?? dialled.uri;
  const remote = parseRemoteAddress(version, dialled.uri);
  if (calls.some((other) => other.tab && !other.endHandled && sameFarEnd(other.remote, remote))) return;

  emit(turn, dialled);
  const callId = callIdFrom(seed, nextCall);
  const call: PhoneCall = {
    ...newCall({
      callId,
      direction: 'outgoing',
      uri,
      remote,
      state: 'CALLING',
      status: 0,
      reason: '',
      startedAt: turn.at,
      video: false,
    }),
    dtmf: dialled.dtmf === undefined ? [] : dialled.dtmf.split(','),
  };
  change(turn, {
    calls: [...calls, call],
    nextCall: nextCall + 1,
    selectedCallId: callId,
    settings: { ...settings, lastCallNumber: dialled.number, lastCallHasVideo: false },
  });
  emit(turn, { do: 'send', callId, message: { method: 'INVITE', uri } });
  enterState(turn, call, 'CALLING', 0);
  holdOthers(turn, callId);
  const { number } = dialled;
  const name = remote.name === '' ? number.replace(/,.*/su, '') : remote.name;
  logBeginning(turn, callOf(turn, callId) ?? call, { number, name });
}

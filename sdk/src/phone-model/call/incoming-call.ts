import { runHook } from '../hooks/run-hook.ts';
import type { IncomingCall } from '../phone-input.ts';
import { callerIdentity } from '../sip-address/caller-identity.ts';
import { callOf, change, emit, enterState, type Turn } from '../turn.ts';
import { answerByItself } from './auto-answer.ts';
import { forward } from './forwarding.ts';
import { newCall } from './phone-call.ts';
import { reasonPhrase } from './reason-phrase.ts';
import { isRinging } from './ringing-call.ts';

/**
 * An INVITE arrives. `cmdIncomingCall` comes before every check, on the SIP stack's thread, which stands still until
 * the program has ended (facts C.1). The INVITE of a call that is still known is a repetition and no new call.
 */
export function arrive(turn: Turn, invite: IncomingCall): void {
  if (turn.state.stack === 'failed' || callOf(turn, invite.callId) !== undefined) return;
  const call = newCall({
    callId: invite.callId,
    direction: 'incoming',
    uri: invite.from,
    remote: callerIdentity(turn.state.version, invite),
    state: 'INCOMING',
    status: 100,
    reason: reasonPhrase(100),
    startedAt: turn.at,
    video: invite.video ?? false,
  });
  const { calls, sip } = turn.state;
  change(turn, {
    calls: [...calls, call],
    sip: { ...sip, steps: [{ step: 'admit', invite }, ...sip.steps] },
  });
  const { callId, reason, state, status } = call;
  emit(turn, { do: 'callState', callId, state, status, reason });
  runHook(turn, 'cmdIncomingCall', call);
}

/**
 * The windows' part: forward, answer, or ring. The 180 leaves from here, and so only when no hook keeps the windows
 * waiting; `cmdCallRing` follows it (facts C.1). Redial will call this caller (facts K.33).
 */
export function showIncoming(
  turn: Turn,
  step: { readonly callId: string; readonly forward: boolean; readonly answer: boolean },
): void {
  const call = callOf(turn, step.callId);
  if (call === undefined) return;
  const settings = { ...turn.state.settings, lastCallNumber: call.remote.user, lastCallHasVideo: false };
  change(turn, { settings });
  if (!isRinging(call)) return;
  if (step.forward && forward(turn, call.callId)) return;
  if (step.answer && answerByItself(turn, call.callId)) return;
  emit(turn, { do: 'send', callId: call.callId, message: { method: 'RESPONSE', status: 180 } });
  enterState(turn, call, 'EARLY', 180);
  runHook(turn, 'cmdCallRing', call);
}

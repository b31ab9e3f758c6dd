import type { HookKey } from '../../catalogue/hook.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import { runHook } from '../hooks/run-hook.ts';
import type { InviteState } from '../phone-effect.ts';
import { callOf, change, changeCall, continueWith, type Turn } from '../turn.ts';
import { forgetIfOver, handleEnd } from './call-end.ts';
import { logBeginning } from './history.ts';
import type { PhoneCall } from './phone-call.ts';

/** What MicroSIP's windows make of a call's state that the SIP stack posted, possibly long ago (facts C.1). */
export function noticeState(
  turn: Turn,
  callId: string,
  seen: { readonly state: InviteState; readonly status: number; readonly reason: string },
): void {
  const call = callOf(turn, callId);
  if (call === undefined) return;
  if (seen.state === 'DISCONNECTED') {
    if (call.endHandled) forgetIfOver(turn, callId);
    else handleEnd(turn, call, seen);
    return;
  }
  // The local hang-up has already closed the call's book; older news about it comes too late.
  if (call.endHandled) return;
  showInTab(turn, call, seen.state);
  if (seen.state === 'CALLING') runHook(turn, 'cmdOutgoingCall', call);
  if (seen.state === 'CONFIRMED') {
    const hooks = answerHooks(turn.state.version, call).map(
      (key) => ({ step: 'hook', key, callId }) as const,
    );
    continueWith(turn, ...hooks, { step: 'talk', callId });
  }
}

/** The hooks of an answer, in their order (facts C.1). */
function answerHooks(version: VerifiedVersion, call: PhoneCall): readonly HookKey[] {
  if (call.direction === 'outgoing') return ['cmdCallStart'];
  const withVideo = call.video && version !== '3.20.5';
  return withVideo
    ? ['cmdCallAnswer', 'cmdCallAnswerVideo', 'cmdCallStart']
    : ['cmdCallAnswer', 'cmdCallStart'];
}

function showInTab(turn: Turn, call: PhoneCall, state: InviteState): void {
  changeCall(turn, call.callId, { tab: true });
  if (call.direction === 'incoming') logBeginning(turn, call);
  if (state === 'CONNECTING' || state === 'CONFIRMED') {
    const { delayedForwarding } = turn.state;
    change(turn, {
      // An answered call comes to the front, and stops the one delayed answer, whichever call that was for.
      selectedCallId: call.callId,
      delayedAnswer: null,
      delayedForwarding: delayedForwarding?.callId === call.callId ? null : delayedForwarding,
    });
  }
}

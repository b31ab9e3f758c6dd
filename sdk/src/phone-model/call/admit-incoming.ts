import type { IncomingCall } from '../phone-input.ts';
import { callOf, change, changeCall, emit, enterState, post, type Turn } from '../turn.ts';
import { autoAnswerDelay } from './auto-answer.ts';
import { isDenied } from './deny-incoming.ts';
import { forwardingDelay } from './forwarding.ts';
import { isLive, sameFarEnd, type PhoneCall } from './phone-call.ts';
import { reasonPhrase } from './reason-phrase.ts';

/** Decides what becomes of a call that has arrived (facts G), in MicroSIP's order. */
export function admit(turn: Turn, invite: IncomingCall): void {
  const call = callOf(turn, invite.callId);
  if (call === undefined || !isLive(call)) return;
  const { declinedCallId, settings, version } = turn.state;
  const others = turn.state.calls.filter((other) => other.callId !== call.callId && isLive(other));
  // 3.22.16 no longer counts calls that are being hung up; of 3.22.3 nothing is known, it is taken for the older way.
  const counted = version === '3.22.16' ? others.filter((other) => !other.closing) : others;

  if (others.some((other) => sameFarEnd(other.remote, call.remote))) {
    refuse(turn, call, 'Call already exists');
  } else if (!settings.callWaiting && counted.length > 0) {
    refuse(turn, call, 'Active calls limit');
  } else if (settings.maxConcurrentCalls > 0 && counted.length + 1 > settings.maxConcurrentCalls) {
    refuse(turn, call, 'Active calls limit');
  } else if (declinedCallId === call.callId) {
    respondUnseen(turn, call, 487);
  } else if (isDenied(version, settings, call.remote, invite.to)) {
    refuse(turn, call, settings.denyIncoming === 'button' ? 'Do Not Disturb' : 'Denied');
  } else {
    present(turn, call, invite);
  }
}

/**
 * Refuses a call before anybody sees it: 486. In 3.20.5 the windows hear of it after all, log it as missed and fire
 * `cmdCallBusy`; later versions hide it (facts C.1, F.1).
 */
function refuse(turn: Turn, call: PhoneCall, reason: string): void {
  if (turn.state.version === '3.20.5') {
    send(turn, call, 486);
    changeCall(turn, call.callId, { admitted: true, tab: true });
    enterState(turn, call, 'DISCONNECTED', 486);
  } else {
    respondUnseen(turn, call, 486, reason);
  }
}

function respondUnseen(turn: Turn, call: PhoneCall, status: number, reason?: string): void {
  send(turn, call, status, reason);
  change(turn, { calls: turn.state.calls.filter((other) => other.callId !== call.callId) });
  emit(turn, {
    do: 'callState',
    callId: call.callId,
    state: 'DISCONNECTED',
    status,
    reason: reasonPhrase(status),
  });
}

function send(turn: Turn, call: PhoneCall, status: number, reason?: string): void {
  const message = { method: 'RESPONSE', status, ...(reason !== undefined && { reason }) } as const;
  emit(turn, { do: 'send', callId: call.callId, message });
}

/** Hands an admitted call to the windows. Each delay has one timer for all calls, which starts here (facts G). */
function present(turn: Turn, call: PhoneCall, invite: IncomingCall): void {
  const { delayedAnswer, delayedForwarding, settings, version } = turn.state;
  const answerDelay = autoAnswerDelay(version, settings, invite, call.remote.user);
  const forwardDelay = forwardingDelay(settings);
  const answerLater = answerDelay !== undefined && answerDelay > 0 && delayedAnswer === null;
  const answersBefore = answerLater && forwardDelay !== undefined && answerDelay < forwardDelay;
  const forwardLater =
    forwardDelay !== undefined && forwardDelay > 0 && delayedForwarding === null && !answersBefore;

  changeCall(turn, call.callId, { admitted: true });
  if (answerLater) change(turn, { delayedAnswer: { callId: call.callId, at: turn.at + answerDelay * 1000 } });
  if (forwardLater) {
    change(turn, { delayedForwarding: { callId: call.callId, at: turn.at + forwardDelay * 1000 } });
  }
  post(turn, {
    step: 'incoming-call',
    callId: call.callId,
    forward: forwardDelay === 0,
    answer: answerDelay === 0,
  });
}

import type { PhoneCall } from './call/phone-call.ts';
import { reasonPhrase } from './call/reason-phrase.ts';
import type { InviteState, PhoneEffect } from './phone-effect.ts';
import type { PhoneState } from './phone-state.ts';
import type { InterfaceStep } from './threads/interface-step.ts';
import type { SipStep } from './threads/sip-step.ts';

/** The working place of one `advance`: the state so far and what the phone has done. States themselves never change. */
export interface Turn {
  state: PhoneState;
  readonly effects: PhoneEffect[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export function change(turn: Turn, changes: Partial<PhoneState>): void {
  turn.state = { ...turn.state, ...changes };
}

export function emit(turn: Turn, effect: PhoneEffect): void {
  turn.effects.push(effect);
}

export function callOf(turn: Turn, callId: string): PhoneCall | undefined {
  return turn.state.calls.find((call) => call.callId === callId);
}

/** The call in the selected tab. */
export function selectedCall(turn: Turn): PhoneCall | undefined {
  const { selectedCallId } = turn.state;
  return selectedCallId === null ? undefined : callOf(turn, selectedCallId);
}

export function changeCall(turn: Turn, callId: string, changes: Partial<PhoneCall>): void {
  const calls = turn.state.calls.map((call) => (call.callId === callId ? { ...call, ...changes } : call));
  change(turn, { calls });
}

/** Appends a step for MicroSIP's windows, as posting a message does. */
export function post(turn: Turn, ...steps: readonly InterfaceStep[]): void {
  const { interface: thread } = turn.state;
  change(turn, { interface: { ...thread, steps: [...thread.steps, ...steps] } });
}

/** Puts steps before all others: the rest of what MicroSIP's windows are just doing. */
export function continueWith(turn: Turn, ...steps: readonly InterfaceStep[]): void {
  const { interface: thread } = turn.state;
  change(turn, { interface: { ...thread, steps: [...steps, ...thread.steps] } });
}

/** Appends a step for the SIP stack. */
export function postToSip(turn: Turn, ...steps: readonly SipStep[]): void {
  const { sip: thread } = turn.state;
  change(turn, { sip: { ...thread, steps: [...thread.steps, ...steps] } });
}

/**
 * A call enters a state of the SIP stack's. What MicroSIP's windows make of it waits for its turn; a call that ended
 * with 481 they never hear of (facts C.1).
 */
export function enterState(
  turn: Turn,
  call: PhoneCall,
  state: InviteState,
  status: number,
  reason: string = reasonPhrase(status),
): void {
  const over = state === 'DISCONNECTED';
  changeCall(turn, call.callId, {
    state,
    status,
    reason,
    ...(state === 'CONFIRMED' && { confirmedAt: turn.at }),
    ...(over && { disconnectedAt: turn.at, dtmf: [], dtmfAt: null, hangUpAt: null, beepUntil: null }),
  });
  const answeredElsewhere = over && callOf(turn, call.callId)?.answeredElsewhere === true;
  emit(turn, {
    do: 'callState',
    callId: call.callId,
    state,
    status,
    reason,
    ...(answeredElsewhere && { answeredElsewhere }),
  });
  if (over && status === 481) return;
  post(turn, { step: 'call-state', callId: call.callId, state, status, reason });
}

import type { PhoneState } from '../phone-state.ts';
import { change, changeCall, post, postToSip, type Turn } from '../turn.ts';

/**
 * When the phone next does something by itself, in milliseconds since the epoch: time for a `time` input. Nothing when
 * it waits for others only.
 *
 * @example
 * ```ts
 * const settings = phoneSettingsFrom(() => undefined, '3.22.16');
 * const { state } = startPhone({ version: '3.22.16', settings, at: 0 });
 * const due = state && nextDeadline(state);
 * if (state && due !== undefined) advance(state, { at: due, type: 'time' });
 * ```
 */
export function nextDeadline(state: PhoneState): number | undefined {
  let next = Infinity;
  const consider = (at: number | null | undefined): void => {
    if (at !== null && at !== undefined && at < next) next = at;
  };
  consider(state.interface.waiting?.until);
  consider(state.sip.waiting?.until);
  consider(state.delayedAnswer?.at);
  consider(state.delayedForwarding?.at);
  consider(state.settingsSaveAt);
  for (const call of state.calls) {
    consider(call.dtmfAt);
    consider(call.hangUpAt);
    consider(call.beepUntil);
  }
  return next === Infinity ? undefined : next;
}

/**
 * Whatever is due by now: threads stop waiting for hooks, and timers post their work, which the windows do when they
 * come to it.
 */
export function takeDue(turn: Turn): void {
  const due = (at: number | null | undefined): boolean => at !== null && at !== undefined && at <= turn.at;
  const { calls, delayedAnswer, delayedForwarding, interface: windows, settingsSaveAt, sip } = turn.state;
  if (due(windows.waiting?.until)) change(turn, { interface: { ...windows, waiting: null } });
  if (due(sip.waiting?.until)) change(turn, { sip: { ...sip, waiting: null } });
  for (const { beepUntil, callId, dtmfAt, hangUpAt } of calls) {
    if (due(beepUntil)) {
      changeCall(turn, callId, { beepUntil: null });
      post(turn, { step: 'answer', callId, raise: false });
    }
    if (due(dtmfAt)) {
      changeCall(turn, callId, { dtmfAt: null });
      post(turn, { step: 'queued-dtmf', callId });
    }
    if (due(hangUpAt)) {
      changeCall(turn, callId, { hangUpAt: null });
      postToSip(turn, { step: 'time-up', callId });
    }
  }
  if (delayedAnswer !== null && due(delayedAnswer.at)) {
    change(turn, { delayedAnswer: null });
    post(turn, { step: 'delayed-answer', callId: delayedAnswer.callId });
  }
  if (delayedForwarding !== null && due(delayedForwarding.at)) {
    change(turn, { delayedForwarding: null });
    post(turn, { step: 'delayed-forward', callId: delayedForwarding.callId });
  }
  if (due(settingsSaveAt)) {
    change(turn, { settingsSaveAt: null });
    post(turn, { step: 'save-settings' });
  }
}

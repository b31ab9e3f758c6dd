import {
  planIncomingCalls,
  reactionOf,
  type FarEndScript,
  type ScriptedIncomingCall,
  type TimedFarEndEvent,
} from '../../phone-model/far-end.ts';
import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { FarEndInput } from '../../phone-model/phone-input.ts';
import type { PhoneState } from '../../phone-model/phone-state.ts';
import type { Clock } from '../clock.ts';
import type { Peripheral } from '../phone-driver.ts';

/** Those on the other side of a phone's calls, as a script describes them. */
export class FarEnds implements Peripheral {
  readonly #clock: Clock;
  readonly #act: (event: FarEndInput) => void;
  readonly #timers = new Set<() => void>();
  #script: FarEndScript;

  constructor(script: FarEndScript, clock: Clock, act: (event: FarEndInput) => void) {
    this.#script = script;
    this.#clock = clock;
    this.#act = act;
  }

  /** Begins with the calls that come in by themselves. */
  begin(): void {
    this.#schedule(planIncomingCalls(this.#script));
  }

  /** Lets a call come in now. */
  ring(call: Omit<ScriptedIncomingCall, 'at'> & { readonly callId: string }): void {
    const incoming = { ...call, at: 0 };
    // Later messages of the phone find the caller's further behaviour in the script.
    this.#script = { ...this.#script, incoming: [...(this.#script.incoming ?? []), incoming] };
    const events = planIncomingCalls({ incoming: [incoming] });
    this.#schedule(events.filter(({ after }) => after > 0));
    // It is there when this returns: who lets it ring may act for the caller at once.
    for (const { after, event } of events) if (after <= 0) this.#act(event);
  }

  perform(effect: PhoneEffect, phone: PhoneState): void {
    if (effect.do === 'callState' && effect.state === 'DISCONNECTED') this.#forget(effect.callId);
    if (effect.do !== 'send') return;
    const uri = phone.calls.find((call) => call.callId === effect.callId)?.uri ?? '';
    this.#schedule(reactionOf(this.#script, { callId: effect.callId, uri }, effect.message));
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  /** A caller that was rung in calls once. */
  #forget(callId: string): void {
    const { incoming } = this.#script;
    if (incoming === undefined) return;
    this.#script = { ...this.#script, incoming: incoming.filter((call) => call.callId !== callId) };
  }

  #schedule(events: readonly TimedFarEndEvent[]): void {
    for (const { after, event } of events) {
      const cancel = this.#clock.setTimer(after, () => {
        this.#timers.delete(cancel);
        this.#act(event);
      });
      this.#timers.add(cancel);
    }
  }
}

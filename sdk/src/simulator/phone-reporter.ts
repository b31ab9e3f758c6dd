import type {
  CallProgress,
  CallSide,
  CallState,
  EndReason,
  MicroSipEvent,
  PhonePresence,
  PhoneStatus,
  RegistrationEvent,
} from '../events/call-event.ts';
import type { PhoneCall } from '../phone-model/call/phone-call.ts';
import type { InviteState, PhoneEffect } from '../phone-model/phone-effect.ts';
import type { IncomingCall, PhoneEvent } from '../phone-model/phone-input.ts';
import type { PhoneState } from '../phone-model/phone-state.ts';
import { callerIdentity } from '../phone-model/sip-address/caller-identity.ts';
import type { Clock } from './clock.ts';
import type { Peripheral } from './phone-driver.ts';

interface ReportedCall {
  readonly call: DescribedCall;
  readonly state: CallState;
  readonly heldBy: ReadonlySet<CallSide>;
}

type DescribedCall = Pick<PhoneCall, 'callId' | 'direction' | 'remote'>;
type Registration = NonNullable<PhoneStatus['registration']>;

/** Reports what happens to a phone in the kit's own words. */
export class PhoneReporter implements Peripheral {
  readonly #clock: Clock;
  readonly #report: (event: MicroSipEvent) => void;
  readonly #calls = new Map<string, ReportedCall>();
  readonly #invites = new Map<string, IncomingCall>();
  #lastCall: CallState | undefined;
  #registration: Registration | undefined;
  #presence: PhonePresence = 'unknown';

  constructor(clock: Clock, report: (event: MicroSipEvent) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  get status(): PhoneStatus {
    return {
      phone: this.#presence,
      calls: [...this.#calls.values()].map((call) => call.state),
      ...(this.#lastCall !== undefined && { lastCall: this.#lastCall }),
      ...(this.#registration !== undefined && { registration: this.#registration }),
      sources: ['simulator'],
    };
  }

  observe(event: PhoneEvent): void {
    if (event.type === 'incoming-call') this.#invites.set(event.callId, event);
  }

  perform(effect: PhoneEffect, phone: PhoneState): void {
    switch (effect.do) {
      case 'callState': {
        const call =
          phone.calls.find(({ callId }) => callId === effect.callId) ??
          this.#calls.get(effect.callId)?.call ??
          this.#unseen(effect.callId, phone);
        if (call !== undefined) this.#onCallState(call, effect);
        if (effect.state === 'DISCONNECTED') this.#invites.delete(effect.callId);
        break;
      }
      case 'held':
        this.#onHeld(effect.callId, effect.by, effect.held);
        break;
      case 'registered':
        this.#onRegistration(phone, effect.status === 200 ? 'registered' : 'refused', effect.status);
        break;
      case 'unregistered':
        this.#onRegistration(phone, 'unregistered');
        break;
      default:
    }
    this.updatePresence(phone);
  }

  /** Reports what the phone as a whole is doing, if that changed. */
  updatePresence(phone: PhoneState): void {
    if (phone.process === 'ended') return;
    const presence = this.#calls.size > 0 ? 'in-call' : needsRegistration(phone) ? 'unregistered' : 'idle';
    this.#setPresence(presence);
  }

  /** Reports that the phone is gone. */
  end(): void {
    this.#calls.clear();
    this.#registration = undefined;
    this.#setPresence('not-running');
  }

  /** A call that was refused before anybody saw it is no longer among the phone's. */
  #unseen(callId: string, phone: PhoneState): DescribedCall | undefined {
    const invite = this.#invites.get(callId);
    return invite === undefined
      ? undefined
      : { callId, direction: 'incoming', remote: callerIdentity(phone.version, invite) };
  }

  #onCallState(
    call: DescribedCall,
    { answeredElsewhere, state, status }: PhoneEffect & { readonly do: 'callState' },
  ): void {
    const known = this.#calls.get(call.callId);
    const progress = progressOf(call.direction, state);
    if (progress === undefined || progress === known?.state.state) return;
    const at = this.#at();
    const answeredAt = known?.state.answeredAt ?? (progress === 'active' ? at : undefined);
    const reported: CallState = {
      callId: call.callId,
      direction: call.direction,
      state: progress,
      ...describe(call),
      ...(progress === 'ended' && {
        reason:
          answeredElsewhere === true
            ? 'cancelled'
            : endReason(call.direction, answeredAt !== undefined, status),
      }),
      ...(progress === 'ended' && status !== 0 && { status }),
      since: known?.state.since ?? at,
      ...(answeredAt !== undefined && { answeredAt }),
      ...(progress === 'ended' && { endedAt: at }),
    };
    if (progress === 'ended') {
      this.#calls.delete(call.callId);
      this.#lastCall = reported;
    } else {
      this.#calls.set(call.callId, { call, state: reported, heldBy: known?.heldBy ?? new Set() });
    }
    this.#reportCall(reported, at);
  }

  #onHeld(callId: string, by: 'us' | 'far-end', held: boolean): void {
    const known = this.#calls.get(callId);
    if (known === undefined) return;
    const heldBy = new Set(known.heldBy);
    const side = by === 'us' ? 'local' : 'remote';
    if (held) heldBy.add(side);
    else heldBy.delete(side);
    const { heldBy: heldBefore, ...call } = known.state;
    const holder = heldBy.size > 1 ? 'both' : [...heldBy][0];
    const state: CallState =
      holder === undefined ? { ...call, state: 'active' } : { ...call, state: 'held', heldBy: holder };
    this.#calls.set(callId, { ...known, state, heldBy });
    if (holder !== heldBefore) this.#reportCall(state, this.#at());
  }

  #reportCall({ since: _, answeredAt: __, endedAt: ___, ...call }: CallState, at: string): void {
    this.#report({ type: 'call', at, ...call, source: 'simulator' });
  }

  #onRegistration(phone: PhoneState, state: RegistrationEvent['state'], status?: number): void {
    const account = phone.settings.accounts[phone.settings.accountId];
    this.#registration = {
      state,
      ...(account !== undefined && { account: `sip:${account.username}@${account.domain}` }),
      ...(status !== undefined && { status }),
    };
    this.#report({ type: 'registration', at: this.#at(), ...this.#registration, source: 'simulator' });
  }

  #setPresence(presence: PhonePresence): void {
    if (presence === this.#presence) return;
    this.#presence = presence;
    this.#report({ type: 'phone', at: this.#at(), state: presence, source: 'simulator' });
  }

  #at(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

function progressOf(direction: PhoneCall['direction'], state: InviteState): CallProgress | undefined {
  switch (state) {
    case 'CALLING':
      return 'calling';
    case 'INCOMING':
      return 'incoming';
    case 'EARLY':
      return direction === 'outgoing' ? 'ringing' : 'incoming';
    case 'CONNECTING':
      return undefined;
    case 'CONFIRMED':
      return 'active';
    case 'DISCONNECTED':
      return 'ended';
  }
}

function endReason(direction: PhoneCall['direction'], answered: boolean, status: number): EndReason {
  if (answered) return 'hung-up';
  if (direction === 'incoming') return status === 487 ? 'missed' : 'declined';
  if (status === 486 || status === 600) return 'busy';
  if (status === 603) return 'declined';
  return status === 487 || status === 0 ? 'cancelled' : 'failed';
}

function describe(call: DescribedCall): Pick<CallState, 'number' | 'uri' | 'name'> {
  const { user, domain, name } = call.remote;
  return {
    ...(user !== '' && { number: user }),
    ...((user !== '' || domain !== '') && { uri: `sip:${user === '' ? '' : `${user}@`}${domain}` }),
    ...(name !== '' && { name }),
  };
}

/** Whether the selected account has a registrar that has not said yes. */
function needsRegistration(phone: PhoneState): boolean {
  const account = phone.settings.accounts[phone.settings.accountId];
  return (
    account !== undefined &&
    account.domain !== '' &&
    account.server !== '' &&
    phone.registration.status !== 200
  );
}

import type { CallDirection, CallEvent, CallProgress, CallState, PhoneStatus } from './call-event.ts';
import { canBeDialledAs } from '../target/number-match.ts';
import { isStatus, type Observation } from './phone-observer.ts';
import { callEventOf } from './status-events.ts';

/** How far a call has to come: `ringing` at the called side, `active` is answered, `ended` for whatever reason. */
export type CallMilestone = 'ringing' | 'active' | 'ended';

/** Which call is meant. What is left out fits every call. */
export interface CallQuery {
  readonly callId?: string | undefined;
  readonly direction?: CallDirection | undefined;
  /** The number that was dialled. Dialling prefixes and dial plans change its beginning, so its end decides. */
  readonly dialled?: string | undefined;
  /** Only calls that were not there when the watch began. */
  readonly newOnly?: boolean | undefined;
  /** ISO 8601 time: an outgoing call that began from then on counts also when it is over before the watch begins. */
  readonly dialledAt?: string | undefined;
}

/**
 * Follows what is observed of a phone until a call has come as far as asked, or has ended. The first call that fits
 * is the one that is followed.
 */
export class CallWatch {
  readonly #until: CallMilestone;
  readonly #query: CallQuery;
  #passedOver: ReadonlySet<string> | undefined;
  #followed: CallEvent | undefined;

  constructor(until: CallMilestone, query: CallQuery = {}) {
    this.#until = until;
    this.#query = query;
  }

  /**
   * Takes in what was observed, in order.
   *
   * @returns the event by which the call came as far as asked, or ended
   */
  take(observation: Observation): CallEvent | undefined {
    if (isStatus(observation)) return this.#takeStatus(observation);
    if (observation.type === 'call') return this.#takeCall(observation);
    const gone = observation.type === 'phone' && observation.state === 'not-running';
    return gone ? this.#vanished(observation.at) : undefined;
  }

  #takeStatus(status: PhoneStatus): CallEvent | undefined {
    this.#passedOver ??= new Set(
      this.#query.newOnly === true ? status.calls.map(({ callId }) => callId) : [],
    );
    const source = status.sources[0] ?? 'process';
    for (const call of status.calls) {
      const reached = this.#takeCall(callEventOf(call, source));
      if (reached !== undefined) return reached;
    }
    const { lastCall } = status;
    if (lastCall !== undefined && this.#isMeant(lastCall)) return callEventOf(lastCall, source);
    const followedId = this.#followed?.callId;
    const there = followedId === undefined || status.calls.some(({ callId }) => callId === followedId);
    return there ? undefined : this.#vanished(new Date().toISOString());
  }

  /** A call that is over when it is asked for is meant when it was followed, named, or just dialled. */
  #isMeant({ callId, direction, since }: CallState): boolean {
    const wanted = this.#followed?.callId ?? this.#query.callId;
    if (wanted !== undefined) return callId === wanted;
    const { dialledAt, direction: asked = 'outgoing' } = this.#query;
    return dialledAt !== undefined && asked === 'outgoing' && direction === 'outgoing' && since >= dialledAt;
  }

  #takeCall(event: CallEvent): CallEvent | undefined {
    if (this.#followed === undefined ? !this.#fits(event) : event.callId !== this.#followed.callId)
      return undefined;
    this.#followed = event;
    return milestoneOf[event.state] >= milestones.indexOf(this.#until) ? event : undefined;
  }

  #fits(event: CallEvent): boolean {
    const { callId, direction, dialled } = this.#query;
    return (
      this.#passedOver?.has(event.callId) !== true &&
      (callId === undefined || callId === event.callId) &&
      (direction === undefined || direction === event.direction) &&
      (dialled === undefined || canBeDialledAs(dialled, event.number ?? event.uri ?? ''))
    );
  }

  /** The followed call is gone and nobody said how it ended. */
  #vanished(at: string): CallEvent | undefined {
    if (this.#followed === undefined) return undefined;
    return { ...this.#followed, at, state: 'ended', reason: 'unknown', source: 'process' };
  }
}

const milestones: readonly CallMilestone[] = ['ringing', 'active', 'ended'];

/** The milestone a state has passed, as its place in {@link milestones}. */
const milestoneOf: Readonly<Record<CallProgress, number>> = {
  calling: -1,
  ringing: 0,
  incoming: 0,
  active: 1,
  held: 1,
  ended: 2,
};

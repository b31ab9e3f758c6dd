import type { VerifiedVersion } from '../../../catalogue/version.ts';
import type { CallDirection, CallEvent } from '../../call-event.ts';
import { CallOutcome, type EndCircumstances } from './call-outcome.ts';
import { HoldNegotiation } from './hold-negotiation.ts';
import type { InviteState } from './invite-sessions.ts';
import { type RemoteParty, calledBy, callerOf, partyIn } from './remote-party.ts';
import { hasTag, type LoggedMessage } from './sip-message.ts';
import { TransferProgress } from './transfer-progress.ts';

/** An event of a call, without its time. */
export type CallChange = Omit<CallEvent, 'type' | 'at' | 'source'>;

/** One call of a log, put together from its SIP messages and the states of its INVITE session. */
export class LoggedCall {
  readonly #callId: string;
  readonly #direction: CallDirection;
  readonly #party: RemoteParty;
  readonly #outcome: CallOutcome;
  readonly #hold = new HoldNegotiation();
  readonly #transfers = new TransferProgress();
  #state: 'unseen' | 'early' | 'up' | 'ended' = 'unseen';
  /** The last event, to tell a change from a repetition. */
  #reported: Pick<CallEvent, 'state' | 'status' | 'heldBy'> | undefined;

  private constructor(callId: string, direction: CallDirection, party: RemoteParty) {
    this.#callId = callId;
    this.#direction = direction;
    this.#party = party;
    this.#outcome = new CallOutcome(direction);
  }

  /**
   * The call that a message begins, or tells of for the first time in a log that does not go back to its beginning.
   *
   * @param dialled - what the stack was asked to call last
   * @returns nothing where the message does not tell which side calls
   */
  static from(
    message: LoggedMessage,
    version: VerifiedVersion,
    dialled: string | undefined,
  ): LoggedCall | undefined {
    const { callId, headers, method, status, way } = message;
    if (method !== 'INVITE') return undefined;
    const to = headers.get('to') ?? '';
    if (status === undefined) {
      if (hasTag(to)) return undefined;
      return way === 'sent'
        ? new LoggedCall(callId, 'outgoing', calledBy(version, message, dialled))
        : new LoggedCall(callId, 'incoming', callerOf(version, message));
    }
    // Within a call, a request to change it gets no such answer.
    if (status <= 100 || status >= 200) return undefined;
    return way === 'received'
      ? new LoggedCall(callId, 'outgoing', partyIn(version, to))
      : new LoggedCall(callId, 'incoming', partyIn(version, headers.get('from') ?? ''));
  }

  /** Whether it entered a state; requests to call that the stack refuses at once never do. */
  get seen(): boolean {
    return this.#state !== 'unseen';
  }

  get ended(): boolean {
    return this.#state === 'ended';
  }

  /** A message of this call. */
  take(message: LoggedMessage): readonly CallChange[] {
    this.#hold.take(message);
    this.#outcome.take(message);
    const transfer = this.#transfers.take(message);
    if (transfer === undefined || this.#state !== 'up') return this.#holdChange();
    return [this.#describe({ ...this.#upState(), transfer })];
  }

  /** The INVITE session entered a state. */
  enter(state: InviteState, circumstances: EndCircumstances): readonly CallChange[] {
    if (this.#state === 'ended') return [];
    switch (state) {
      case 'CALLING':
        return this.#begin('outgoing', 'calling');
      case 'INCOMING':
        return this.#begin('incoming', 'incoming');
      case 'EARLY':
        if (this.#state === 'up') return [];
        this.#state = 'early';
        return this.#change({
          state: this.#direction === 'outgoing' ? 'ringing' : 'incoming',
          ...this.#knownStatus(),
        });
      case 'CONNECTING':
        return [];
      case 'CONFIRMED':
        if (this.#state === 'up') return [];
        this.#state = 'up';
        this.#outcome.establish();
        return [...this.#change({ state: 'active', ...this.#knownStatus() }), ...this.#holdChange()];
      case 'DISCONNECTED':
        this.#state = 'ended';
        return this.#change({ state: 'ended', ...this.#outcome.end(circumstances) });
    }
  }

  #begin(direction: CallDirection, state: 'calling' | 'incoming'): readonly CallChange[] {
    if (this.#state !== 'unseen' || this.#direction !== direction) return [];
    this.#state = 'early';
    return this.#change({ state });
  }

  #holdChange(): readonly CallChange[] {
    if (this.#state !== 'up') return [];
    const state = this.#upState();
    if (state.heldBy === this.#reported?.heldBy) return [];
    return this.#change(state);
  }

  #upState(): Pick<CallEvent, 'state' | 'heldBy'> {
    const { heldBy } = this.#hold;
    return heldBy === undefined ? { state: 'active' } : { state: 'held', heldBy };
  }

  #knownStatus(): Pick<CallEvent, 'status'> {
    const { status } = this.#outcome;
    return status === undefined ? {} : { status };
  }

  #change(change: Omit<CallChange, 'callId' | 'direction'>): readonly CallChange[] {
    const reported = this.#reported;
    if (
      reported?.state === change.state &&
      reported.status === change.status &&
      reported.heldBy === change.heldBy
    ) {
      return [];
    }
    this.#reported = {
      state: change.state,
      ...(change.status !== undefined && { status: change.status }),
      ...(change.heldBy !== undefined && { heldBy: change.heldBy }),
    };
    return [this.#describe(change)];
  }

  #describe(change: Omit<CallChange, 'callId' | 'direction'>): CallChange {
    const { state, ...rest } = change;
    return { callId: this.#callId, direction: this.#direction, state, ...this.#party, ...rest };
  }
}

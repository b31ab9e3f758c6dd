import type { VerifiedVersion } from '../../../catalogue/version.ts';
import type { CallDirection, CallEvent, CallSide, CallTransfer } from '../../call-event.ts';
import { type CallEnd, endReason, tellsAnsweredElsewhere } from './call-end.ts';
import { HoldNegotiation } from './hold-negotiation.ts';
import { type RemoteParty, calledBy, callerOf, partyIn } from './remote-party.ts';
import { addressIn, hasTag, type LoggedMessage } from './sip-message.ts';

/** The states of an INVITE session, as PJSIP names them in its log. */
export type InviteState = 'CALLING' | 'INCOMING' | 'EARLY' | 'CONNECTING' | 'CONFIRMED' | 'DISCONNECTED';

/** An event of a call, without its time. */
export type CallChange = Omit<CallEvent, 'type' | 'at' | 'source'>;

interface Refer {
  readonly sequence: number;
  readonly transfer: Pick<CallTransfer, 'by' | 'target'>;
  /** Whether it was accepted or refused. */
  readonly answered: boolean;
  /** The number of the last NOTIFY. */
  readonly notified?: number;
}

/** Statuses that ask for a password, after which the request is sent again. */
const challenges: ReadonlySet<number> = new Set([401, 407]);

/** One call of a log, put together from its SIP messages and the states of its INVITE session. */
export class LoggedCall {
  readonly #callId: string;
  readonly #direction: CallDirection;
  readonly #party: RemoteParty;
  readonly #hold = new HoldNegotiation();
  #state: 'unseen' | 'early' | 'up' | 'ended' = 'unseen';
  /** The last event, to tell a change from a repetition. */
  #reported: Pick<CallEvent, 'state' | 'status' | 'heldBy'> | undefined;
  #status: number | undefined;
  #endedBy: CallSide | undefined;
  #refusedBy: CallSide | undefined;
  /** Whether the INVITE was answered with yes, though perhaps not yet acknowledged. */
  #accepted = false;
  #cancelled = false;
  #answeredElsewhere = false;
  #hangUp: number | undefined;
  #refer: Refer | undefined;

  private constructor(callId: string, direction: CallDirection, party: RemoteParty) {
    this.#callId = callId;
    this.#direction = direction;
    this.#party = party;
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
    const side = message.way === 'sent' ? 'local' : 'remote';
    switch (message.method) {
      case 'INVITE':
        this.#onInvite(message, side);
        break;
      case 'CANCEL':
        if (message.status === undefined) {
          this.#endedBy ??= side;
          this.#cancelled = true;
          this.#answeredElsewhere ||= tellsAnsweredElsewhere(message.headers.get('reason'));
        }
        break;
      case 'BYE':
        this.#onBye(message, side);
        break;
      case 'REFER':
        return this.#onRefer(message, side);
      case 'NOTIFY':
        return this.#onNotify(message, side);
      default:
    }
    return this.#holdChange();
  }

  /**
   * The INVITE session entered a state.
   *
   * @param transactionEnd - what ended the last transaction, in PJSIP's words
   * @param closing - whether the stack is being shut down
   */
  enter(state: InviteState, transactionEnd: string | undefined, closing: boolean): readonly CallChange[] {
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
          ...(this.#status !== undefined && { status: this.#status }),
        });
      case 'CONNECTING':
        return [];
      case 'CONFIRMED': {
        if (this.#state === 'up') return [];
        this.#state = 'up';
        // A CANCEL that crossed the answer ended nothing.
        this.#endedBy = undefined;
        const answered = this.#change({
          state: 'active',
          ...(this.#status !== undefined && { status: this.#status }),
        });
        return [...answered, ...this.#holdChange()];
      }
      case 'DISCONNECTED':
        return this.#end(transactionEnd, closing);
    }
  }

  #begin(direction: CallDirection, state: 'calling' | 'incoming'): readonly CallChange[] {
    if (this.#state !== 'unseen' || this.#direction !== direction) return [];
    this.#state = 'early';
    return this.#change({ state });
  }

  #onInvite({ headers, status, way }: LoggedMessage, side: CallSide): void {
    if (this.#state === 'up' || this.#state === 'ended') {
      if (status === 408 || status === 481) this.#status = status;
      return;
    }
    if (status === undefined) {
      // Once more, with a password: the refusal before is settled.
      if (!hasTag(headers.get('to') ?? '')) this.#refusedBy = undefined;
      return;
    }
    if ((way === 'sent') !== (this.#direction === 'incoming') || status <= 100) return;
    this.#status = status;
    if (status >= 300) this.#refusedBy = side;
    else if (status >= 200) this.#accepted = true;
  }

  #onBye({ sequence, status }: LoggedMessage, side: CallSide): void {
    if (status === undefined) {
      this.#endedBy ??= side;
      if (side === 'local') this.#hangUp = sequence;
    } else if (side === 'remote' && sequence === this.#hangUp && status >= 200 && !challenges.has(status)) {
      this.#status = status;
      this.#hangUp = undefined;
    }
  }

  #onRefer({ headers, sequence, status }: LoggedMessage, side: CallSide): readonly CallChange[] {
    if (status === undefined) {
      if (this.#refer?.sequence === sequence && this.#refer.transfer.by === side) return [];
      const target = addressIn(headers.get('refer-to') ?? '');
      this.#refer = {
        sequence,
        transfer: { by: side, ...(target !== '' && { target }) },
        answered: false,
      };
      return [];
    }
    const refer = this.#refer;
    if (refer?.sequence !== sequence || refer.transfer.by === side) return [];
    if (refer.answered || status < 200 || challenges.has(status)) return [];
    this.#refer = { ...refer, answered: true };
    // Accepted is not done: PJSIP counts it as 100, asked for.
    return this.#transferChange(refer, status < 300 ? 100 : status);
  }

  #onNotify({ body, headers, sequence, status }: LoggedMessage, side: CallSide): readonly CallChange[] {
    const refer = this.#refer;
    if (status !== undefined || refer === undefined || refer.transfer.by === side) return [];
    if (!/^refer\b/iu.test(headers.get('event') ?? '') || refer.notified === sequence) return [];
    const result = /^SIP\/2\.0 (\d{3})\b/u.exec(body)?.[1];
    if (result === undefined) return [];
    this.#refer = { ...refer, notified: sequence };
    return this.#transferChange(refer, Number(result));
  }

  #transferChange({ transfer }: Refer, status: number): readonly CallChange[] {
    if (this.#state !== 'up' || this.#reported === undefined) return [];
    return [this.#describe({ ...this.#upState(), transfer: { ...transfer, status } })];
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

  #end(transactionEnd: string | undefined, closing: boolean): readonly CallChange[] {
    const answered = this.#state === 'up' || this.#accepted;
    this.#state = 'ended';
    const status = this.#finalStatus(transactionEnd, answered);
    const endedBy =
      this.#endedBy ?? (answered ? undefined : this.#refusedBy) ?? (closing ? ('local' as const) : undefined);
    const end: CallEnd = {
      direction: this.#direction,
      answered,
      status,
      endedBy,
      answeredElsewhere: this.#answeredElsewhere,
    };
    return this.#change({
      state: 'ended',
      reason: endReason(end),
      ...(endedBy !== undefined && { endedBy }),
      ...(status !== undefined && { status }),
    });
  }

  /** The last status, or the one PJSIP takes when there came no answer. */
  #finalStatus(transactionEnd: string | undefined, answered: boolean): number | undefined {
    if (answered) return this.#hangUp !== undefined && transactionEnd === 'TIMER' ? 408 : this.#status;
    if (this.#status !== undefined && this.#status >= 200) return this.#status;
    if (this.#cancelled) return 487;
    switch (transactionEnd) {
      case 'TIMER':
        return 408;
      case 'TRANSPORT_ERROR':
        return 503;
      case 'USER':
        return 487;
      default:
        return undefined;
    }
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

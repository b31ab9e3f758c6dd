import type { CallDirection, CallEvent, CallSide, EndReason } from '../../call-event.ts';
import { hasTag, isChallenge, type LoggedMessage, sideOf } from './sip-message.ts';

/** How a call ended: that part of its last event. */
export type CallEnd = Pick<CallEvent, 'reason' | 'endedBy' | 'status'>;

/** What surrounds the end of a call. */
export interface EndCircumstances {
  /** What ended the last transaction, in PJSIP's words. */
  readonly transactionEnd: string | undefined;
  /** Whether the stack is being shut down. */
  readonly closing: boolean;
}

/** Follows the messages of a call for its SIP status, and for who ends it and why. */
export class CallOutcome {
  readonly #direction: CallDirection;
  #status: number | undefined;
  /** Whether the INVITE was answered with yes, though perhaps not yet acknowledged. */
  #accepted = false;
  #established = false;
  /** Who refused the INVITE. */
  #refusedBy: CallSide | undefined;
  /** Who sent CANCEL or BYE. */
  #endedBy: CallSide | undefined;
  #cancelled = false;
  #answeredElsewhere = false;
  /** The number of the phone's BYE, until that is answered. */
  #hangUp: number | undefined;

  constructor(direction: CallDirection) {
    this.#direction = direction;
  }

  /** The last SIP status. */
  get status(): number | undefined {
    return this.#status;
  }

  take(message: LoggedMessage): void {
    switch (message.method) {
      case 'INVITE':
        this.#onInvite(message);
        break;
      case 'CANCEL':
        this.#onCancel(message);
        break;
      case 'BYE':
        this.#onBye(message);
        break;
      default:
    }
  }

  /** The call is up: a CANCEL that crossed the answer ended nothing. */
  establish(): void {
    this.#established = true;
    this.#endedBy = undefined;
  }

  /** The call has ended. */
  end(circumstances: EndCircumstances): CallEnd {
    const answered = this.#established || this.#accepted;
    const status = this.#finalStatus(answered, circumstances);
    // A refusal that crossed a CANCEL came first; 487 is the answer to a CANCEL.
    const refusedBy = answered || status === 487 ? undefined : this.#refusedBy;
    const endedBy =
      refusedBy ??
      this.#endedBy ??
      (answered ? undefined : this.#refusedBy) ??
      (circumstances.closing ? ('local' as const) : undefined);
    return {
      reason: this.#reason(answered, status, endedBy),
      ...(endedBy !== undefined && { endedBy }),
      ...(status !== undefined && { status }),
    };
  }

  #onInvite(message: LoggedMessage): void {
    const { headers, status } = message;
    const side = sideOf(message);
    if (this.#established) {
      // To a request within the call: the other side knows the call no more.
      if (status === 408 || status === 481) this.#status = status;
    } else if (status === undefined) {
      // Once more, with a password: the refusal before is settled.
      if (this.#refusedBy === undefined || hasTag(headers.get('to') ?? '')) return;
      this.#refusedBy = undefined;
      this.#status = undefined;
    } else if (status > 100 && (side === 'local') === (this.#direction === 'incoming')) {
      // UDP keeps no order: what came before the answer may be read behind it.
      if (status < 200 && (this.#accepted || this.#refusedBy !== undefined)) return;
      this.#status = status;
      if (status >= 300) this.#refusedBy = side;
      else if (status >= 200) this.#accepted = true;
    }
  }

  #onCancel(message: LoggedMessage): void {
    // Once a call is up, a CANCEL takes back what was asked for within it.
    if (message.status !== undefined || this.#established) return;
    this.#endedBy ??= sideOf(message);
    this.#cancelled = true;
    this.#answeredElsewhere ||= tellsAnsweredElsewhere(message.headers.get('reason'));
  }

  #onBye(message: LoggedMessage): void {
    const { sequence, status } = message;
    const side = sideOf(message);
    if (status === undefined) {
      this.#endedBy ??= side;
      if (side === 'local') this.#hangUp = sequence;
    } else if (side === 'remote' && sequence === this.#hangUp && status >= 200 && !isChallenge(status)) {
      this.#status = status;
      this.#hangUp = undefined;
    }
  }

  /** The last status, or the one PJSIP takes when there came no answer. */
  #finalStatus(answered: boolean, { closing, transactionEnd }: EndCircumstances): number | undefined {
    if (answered) {
      // Neither side hung up, or nobody answered the one that did.
      const lost =
        this.#endedBy === undefined ? !closing && this.#status === 200 : this.#hangUp !== undefined;
      return (lost ? unansweredStatus(transactionEnd) : undefined) ?? this.#status;
    }
    if (this.#status !== undefined && this.#status >= 200) return this.#status;
    if (this.#cancelled) return 487;
    return transactionEnd === 'USER' ? 487 : unansweredStatus(transactionEnd);
  }

  #reason(answered: boolean, status: number | undefined, endedBy: CallSide | undefined): EndReason {
    if (answered) return 'hung-up';
    if (this.#direction === 'incoming') {
      if (this.#answeredElsewhere) return 'cancelled';
      if (status === 487) return 'missed';
      return endedBy === 'local' ? 'declined' : 'failed';
    }
    if (status === 486 || status === 600) return 'busy';
    if (status === 603) return 'declined';
    return status === undefined || status === 487 ? 'cancelled' : 'failed';
  }
}

/** The status that PJSIP takes when a request gets no answer. */
function unansweredStatus(transactionEnd: string | undefined): number | undefined {
  switch (transactionEnd) {
    case 'TIMER':
      return 408;
    case 'TRANSPORT_ERROR':
      return 503;
    default:
      return undefined;
  }
}

/**
 * Whether the Reason of a CANCEL says that another phone took the call: a proxy tells by the status 200 (RFC 3326),
 * telephone exchanges by their cause 26, “non-selected user clearing”.
 */
function tellsAnsweredElsewhere(reason: string | undefined): boolean {
  return (
    reason !== undefined && /(?:^|,)\s*(?:SIP\s*;.*?\bcause=200|Q\.850\s*;.*?\bcause=26)\b/iu.test(reason)
  );
}

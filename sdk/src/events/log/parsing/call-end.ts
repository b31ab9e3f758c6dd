import type { CallDirection, CallSide, EndReason } from '../../call-event.ts';

/** What is known of a call when it has ended. */
export interface CallEnd {
  readonly direction: CallDirection;
  readonly answered: boolean;
  /** The last SIP status, if there was one. */
  readonly status: number | undefined;
  readonly endedBy: CallSide | undefined;
  /** Whether the network said that the call was answered at another phone. */
  readonly answeredElsewhere: boolean;
}

/** Why a call ended, in the kit's words. */
export function endReason({ answered, answeredElsewhere, direction, endedBy, status }: CallEnd): EndReason {
  if (answered) return 'hung-up';
  if (direction === 'incoming') {
    if (answeredElsewhere) return 'cancelled';
    if (status === 487) return 'missed';
    return endedBy === 'local' ? 'declined' : 'failed';
  }
  if (status === 486 || status === 600) return 'busy';
  if (status === 603) return 'declined';
  return status === undefined || status === 487 ? 'cancelled' : 'failed';
}

/**
 * Whether a CANCEL says that another phone took the call (RFC 3326): a forking proxy tells by the status 200, and by
 * 600 and 603 that another phone refused it for all.
 */
export function tellsAnsweredElsewhere(reason: string | undefined): boolean {
  return reason !== undefined && /^SIP\b.*;\s*cause\s*=\s*200\b/iu.test(reason);
}

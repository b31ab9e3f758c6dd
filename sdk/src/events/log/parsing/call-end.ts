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
 * Whether the Reason of a CANCEL says that another phone took the call: a proxy tells by the status 200 (RFC 3326),
 * telephone exchanges by their cause 26, “non-selected user clearing”.
 */
export function tellsAnsweredElsewhere(reason: string | undefined): boolean {
  return (
    reason !== undefined && /(?:^|,)\s*(?:SIP\s*;.*?\bcause=200|Q\.850\s*;.*?\bcause=26)\b/iu.test(reason)
  );
}

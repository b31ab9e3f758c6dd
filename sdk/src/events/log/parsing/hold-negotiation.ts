import type { CallSide } from '../../call-event.ts';
import { audioDirection, type MediaDirection } from './media-direction.ts';
import type { LoggedMessage } from './sip-message.ts';

interface Offer {
  readonly by: CallSide;
  readonly direction: MediaDirection;
}

const offeringMethods: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'PRACK', 'ACK']);

/**
 * Which side holds a call, from the session descriptions the sides exchange (RFC 3264): who offers to only send, or
 * nothing at all, holds; so does who answers so without being asked to.
 */
export class HoldNegotiation {
  readonly #holds: Record<CallSide, boolean> = { local: false, remote: false };
  /** Offers without an answer, by what the answer belongs to. */
  readonly #offers = new Map<string, Offer>();

  get heldBy(): CallSide | 'both' | undefined {
    const { local, remote } = this.#holds;
    if (local && remote) return 'both';
    return local ? 'local' : remote ? 'remote' : undefined;
  }

  take(message: LoggedMessage): void {
    const { method, status } = message;
    if (!offeringMethods.has(method)) return;
    const key = transactionOf(message);
    const offer = this.#offers.get(key);
    const direction = describedDirection(message);
    const by = message.way === 'sent' ? 'local' : 'remote';

    if (direction === undefined) {
      if (method === 'ACK' || (status !== undefined && status >= 200)) this.#offers.delete(key);
    } else if (status !== undefined && status >= 300) {
      this.#offers.delete(key);
    } else if (offer === undefined || offer.by === by) {
      if (this.#offers.size > 8) this.#offers.clear();
      this.#offers.set(key, { by, direction });
    } else {
      this.#offers.delete(key);
      this.#agree(offer, direction);
    }
  }

  #agree(offer: Offer, answer: MediaDirection): void {
    const other = offer.by === 'local' ? 'remote' : 'local';
    this.#holds[offer.by] = offer.direction === 'sendonly' || offer.direction === 'inactive';
    // Nothing can be answered to `inactive` but the same, so it does not tell whether the other side holds too.
    if (offer.direction !== 'inactive') {
      this.#holds[other] = answer === 'sendonly' || answer === 'inactive';
    }
  }
}

/** An ACK belongs to its INVITE; requests of both sides can have the same number. */
function transactionOf({ method, sequence, status, way }: LoggedMessage): string {
  const asked = (way === 'sent') === (status === undefined);
  return `${asked ? 'local' : 'remote'} ${sequence} ${method === 'ACK' ? 'INVITE' : method}`;
}

function describedDirection({ body, headers }: LoggedMessage): MediaDirection | undefined {
  if (body === '' || !/^(?:application\/sdp|multipart\/)/iu.test(headers.get('content-type') ?? '')) {
    return undefined;
  }
  return audioDirection(body);
}

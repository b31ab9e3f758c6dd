import type { InviteState } from '../../phone-model/phone-effect.ts';
import { branch, firstSequence, peerHost, phoneHost, sipPort, tag } from '../log-identity.ts';
import type { OwnSide } from '../own-side.ts';
import type { SipHeader, SipRequest, SipResponse } from '../sip-message.ts';

/** Whom a call is with. */
export interface DialogParties {
  readonly callId: string;
  readonly direction: 'outgoing' | 'incoming';
  /** Address of the other side, the value of its From or To. */
  readonly remote: string;
  /** Where requests to the other side go. */
  readonly target: string;
  /** The address that the other side called. */
  readonly called: string;
}

/** The messages of one dialog: what identifies it, and the numbers of its requests (RFC 3261, 12). */
export class DialogMessages {
  readonly target: string;
  readonly inviteSequence = firstSequence();
  readonly inviteBranch = branch();
  /** How far the INVITE session is, which decides about the tags. */
  state: InviteState | 'NULL' = 'NULL';
  readonly #own: OwnSide;
  readonly #parties: DialogParties;
  readonly #ownTag = tag();
  readonly #remoteTag = tag();
  #sequence = this.inviteSequence;
  #remoteSequence = firstSequence();
  /** Of the request of the far end that is answered next. */
  #remoteBranch = this.inviteBranch;

  constructor(own: OwnSide, parties: DialogParties) {
    this.#own = own;
    this.#parties = parties;
    this.target = parties.target;
  }

  /** The number of the phone's next request. */
  nextSequence(): number {
    return ++this.#sequence;
  }

  /** The number of the far end's next request. */
  nextRemoteSequence(): number {
    return ++this.#remoteSequence;
  }

  /** A request of the phone's. */
  request(method: string, sequence: number, via: string, headers: readonly SipHeader[]): SipRequest {
    const { callId, remote } = this.#parties;
    const established = this.state !== 'NULL' && this.state !== 'CALLING' && method !== 'CANCEL';
    return {
      method,
      uri: this.target,
      sequence,
      headers: [
        ['Via', `${this.#protocol} ${phoneHost}:${sipPort};rport;branch=${via}`],
        ['Max-Forwards', '70'],
        ['From', `${this.#own.address};tag=${this.#ownTag}`],
        ['To', established ? `${remote};tag=${this.#remoteTag}` : remote],
        ['Call-ID', callId],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
    };
  }

  /** An answer of the phone's to a request of the far end. */
  response(
    status: number,
    reason: string,
    method: string,
    sequence: number,
    headers: readonly SipHeader[],
  ): SipResponse {
    const { remote } = this.#parties;
    const { address } = this.#own;
    const invites = method === 'INVITE' && sequence === this.inviteSequence;
    const via = invites ? this.inviteBranch : this.#remoteBranch;
    const dialog = {
      via: `${peerHost}:${sipPort};rport=${sipPort};received=${peerHost};branch=${via}`,
      from: `${remote};tag=${this.#remoteTag}`,
      to: status === 100 ? address : `${address};tag=${this.#ownTag}`,
    };
    return {
      status,
      reason,
      method,
      sequence,
      headers: [...this.#echoed(method, sequence, dialog), ...headers],
    };
  }

  /** A request of the far end. */
  requestFromPeer(method: string, sequence: number, headers: readonly SipHeader[]): SipRequest {
    if (sequence !== this.inviteSequence) this.#remoteBranch = branch();
    const { called, callId, direction, remote } = this.#parties;
    // A CANCEL is addressed as the INVITE was that it takes back.
    const early = direction === 'incoming' && (this.state === 'NULL' || method === 'CANCEL');
    return {
      method,
      uri: requestUri(this.#own.contact),
      sequence,
      headers: [
        ['Via', `${this.#protocol} ${peerHost}:${sipPort};rport;branch=${this.#remoteBranch}`],
        ['Max-Forwards', '70'],
        ['From', `${remote};tag=${this.#remoteTag}`],
        ['To', early ? called : `${this.#own.address};tag=${this.#ownTag}`],
        ['Call-ID', callId],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
    };
  }

  /** An answer of the far end to a request of the phone's. */
  responseFromPeer(
    status: number,
    reason: string,
    method: string,
    sequence: number,
    via: string,
    headers: readonly SipHeader[],
  ): SipResponse {
    const { remote } = this.#parties;
    const dialog = {
      via: `${phoneHost}:${sipPort};rport=${sipPort};received=${phoneHost};branch=${via}`,
      from: `${this.#own.address};tag=${this.#ownTag}`,
      to: status === 100 ? remote : `${remote};tag=${this.#remoteTag}`,
    };
    return {
      status,
      reason,
      method,
      sequence,
      headers: [...this.#echoed(method, sequence, dialog), ...headers],
    };
  }

  /** The headers that a response repeats of its request (RFC 3261, 8.2.6.2). */
  #echoed(
    method: string,
    sequence: number,
    dialog: { readonly via: string; readonly from: string; readonly to: string },
  ): readonly SipHeader[] {
    return [
      ['Via', `${this.#protocol} ${dialog.via}`],
      ['Call-ID', this.#parties.callId],
      ['From', dialog.from],
      ['To', dialog.to],
      ['CSeq', `${sequence} ${method}`],
    ];
  }

  get #protocol(): string {
    return `SIP/2.0/${this.#own.transport.name}`;
  }
}

/** The address a request goes to: without name, brackets and headers. */
export function requestUri(address: string): string {
  const bracketed = /<([^>]*)>/u.exec(address)?.[1] ?? address;
  return bracketed.replace(/\?.*$/su, '');
}

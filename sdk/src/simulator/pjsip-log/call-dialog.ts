import { reasonPhrase } from '../../phone-model/call/reason-phrase.ts';
import type { InviteState, OutgoingSip } from '../../phone-model/phone-effect.ts';
import type { IncomingCall } from '../../phone-model/phone-input.ts';
import { branch, firstSequence, objectName, peerHost, phoneHost, sipPort, tag } from './log-identity.ts';
import type { LogThread, LogWriter, Transport } from './log-writer.ts';
import { sessionDescription, type MediaDirection } from './session-description.ts';
import {
  titleOf,
  type SipHeader,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from './sip-message.ts';

const allow = 'PRACK, INVITE, ACK, BYE, CANCEL, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, OPTIONS';
/** Requests that PJSIP's INVITE session sends; others are the dialog's. */
const sessionMethods = new Set(['INVITE', 'CANCEL', 'BYE']);
const supported = 'replaces, 100rel, timer, norefersub';

/** The phone's own side of a call. */
export interface OwnSide {
  /** The value of From or To, such as `<sip:1001@pbx.test>`. */
  readonly address: string;
  readonly contact: string;
  readonly userAgent: string;
  readonly transport: Transport;
}

/** The lines of one call in the log: its dialog, its transactions, its media. */
export class CallDialog {
  readonly #log: LogWriter;
  readonly #index: number;
  readonly #own: OwnSide;
  readonly #callId: string;
  readonly #direction: 'outgoing' | 'incoming';
  /** Address and request address of the other side. */
  readonly #remote: string;
  readonly #target: string;
  readonly #ownTag = tag();
  readonly #remoteTag = tag();
  readonly #dialog = objectName('');
  readonly #session = 3_900_000_000 + firstSequence();
  readonly #inviteBranch = branch();
  /** Of the request of the far end that is answered next. */
  #remoteBranch = this.#inviteBranch;
  readonly #inviteTransaction = objectName('tsx');
  readonly #inviteSequence: number;
  readonly #invite: IncomingCall | undefined;
  readonly #peerUserAgent: string;
  #sequence: number;
  #remoteSequence = firstSequence();
  #descriptions = 0;
  #state: InviteState | 'NULL' = 'NULL';
  /** What the phone sent to end the call; without it, the far end did. */
  #ending: OutgoingSip['method'] | undefined;

  constructor(
    log: LogWriter,
    index: number,
    own: OwnSide,
    call: { readonly callId: string; readonly uri: string; readonly invite?: IncomingCall },
  ) {
    this.#log = log;
    this.#index = index;
    this.#own = own;
    this.#callId = call.callId;
    this.#invite = call.invite;
    this.#direction = call.invite === undefined ? 'outgoing' : 'incoming';
    this.#remote = call.uri;
    this.#target = call.invite === undefined ? requestUri(call.uri) : `sip:${peerHost}:${sipPort}`;
    this.#peerUserAgent = own.userAgent;
    this.#inviteSequence = firstSequence();
    this.#sequence = this.#inviteSequence;
  }

  /** The phone sends a message of this call. */
  send(message: OutgoingSip): void {
    switch (message.method) {
      case 'INVITE':
        this.#invites(message.uri);
        break;
      case 'CANCEL':
        this.#hangUp(message.method);
        break;
      case 'BYE':
        this.#hangUp(message.method, message.warning);
        break;
      case 'RE-INVITE':
        this.#reInvites(message.hold);
        break;
      case 'REFER':
        this.#refers(message.target);
        break;
      case 'DTMF':
        this.#log.line('interface', 'pjsua_aud.c', 0, `Call ${this.#index} dialing DTMF ${message.digits}`);
        for (const digit of message.digits) {
          this.#log.line('interface', objectName('strm'), 0, `Sending DTMF digit id ${digit}`);
        }
        break;
      case 'RESPONSE':
        this.#responds(message);
        break;
      case 'MESSAGE':
        break;
    }
  }

  /** The call enters a state, which the messages before it lead to. */
  enter(state: InviteState, status: number, reason: string): void {
    let event = 'TSX_STATE';
    if (state === 'EARLY' && this.#direction === 'outgoing') this.#receiveResponse(status, reason);
    if (state === 'CONNECTING' && this.#direction === 'outgoing') this.#receiveResponse(status, reason);
    if (state === 'INCOMING') this.#receiveInvite();
    if (state === 'CONFIRMED') {
      event = this.#confirm();
    }
    if (state === 'DISCONNECTED') this.#receiveEnd(status, reason);
    const thread = state === 'CALLING' ? 'interface' : 'sip';
    const text = `State changed from ${this.#state} to ${state}, event=${event}`;
    this.#log.line(thread, this.#name('inv'), thread === 'sip' ? 4 : 6, text);
    this.#state = state;
    if (state === 'CALLING') this.#receiveResponse(100, 'Trying');
    if (state === 'DISCONNECTED') this.#releaseMedia();
  }

  /** The far end puts the call on hold or takes it back. */
  farEndHolds(held: boolean): void {
    const sequence = ++this.#remoteSequence;
    this.#receiveRequest('INVITE', sequence, [['Contact', this.#target]], held ? 'sendonly' : 'sendrecv');
    this.#sendResponse(
      200,
      'OK',
      'INVITE',
      sequence,
      [['Contact', this.#own.contact]],
      held ? 'recvonly' : 'sendrecv',
    );
    this.#receiveRequest('ACK', sequence, []);
    this.#updateMedia(held ? 'recvonly' : 'sendrecv');
  }

  /** The far end reports what became of a transfer. */
  transferAnswered(status: number, reason: string): void {
    const sequence = ++this.#remoteSequence;
    const request = this.#requestFromPeer('NOTIFY', sequence, [
      ['Event', 'refer'],
      ['Subscription-State', 'terminated;reason=noresource'],
    ]);
    this.#receive({
      ...request,
      body: { type: 'message/sipfrag;version=2.0', text: `SIP/2.0 ${status} ${reason}\r\n` },
    });
    this.#sendResponse(200, 'OK', 'NOTIFY', sequence, []);
    this.#log.line('sip', objectName('evsub'), 5, 'Subscription state changed ACTIVE --> TERMINATED');
    this.#log.line('sip', 'pjsua_call.c', 7, 'Xfer client subscription terminated');
  }

  #invites(uri: string): void {
    this.#log.line('interface', 'pjsua_call.c', 0, `Making call with acc #0 to ${uri}`);
    this.#log.line('interface', this.#name('dlg'), 1, 'UAC dialog created');
    this.#prepareMedia('interface');
    this.#log.line(
      'interface',
      this.#name('inv'),
      1,
      `UAC invite session created for dialog ${this.#name('dlg')}`,
    );
    this.#sendRequest(
      'interface',
      this.#request('INVITE', this.#inviteSequence, this.#inviteBranch, [
        ['Contact', this.#own.contact],
        ['Allow', allow],
        ['Supported', supported],
        ['Session-Expires', '1800'],
        ['Min-SE', '90'],
        ['User-Agent', this.#own.userAgent],
      ]),
      this.#inviteTransaction,
      this.#describe('sendrecv'),
    );
  }

  #reInvites(hold: boolean): void {
    const direction = hold ? 'sendonly' : 'sendrecv';
    const sequence = ++this.#sequence;
    const via = branch();
    this.#log.line(
      'interface',
      'pjsua_call.c',
      0,
      hold ? `Putting call ${this.#index} on hold` : `Sending re-INVITE on call ${this.#index}`,
    );
    this.#sendRequest(
      'interface',
      this.#request('INVITE', sequence, via, [
        ['Contact', this.#own.contact],
        ['Allow', allow],
        ['Supported', supported],
        ['User-Agent', this.#own.userAgent],
      ]),
      objectName('tsx'),
      this.#describe(direction),
    );
    this.#receive({
      ...this.#responseFromPeer(200, 'OK', 'INVITE', sequence, via, [['Contact', `<${this.#target}>`]]),
      body: sessionDescription(
        peerHost,
        20_000,
        this.#session,
        this.#descriptions,
        hold ? 'recvonly' : 'sendrecv',
      ),
    });
    this.#log.line('sip', this.#name('inv'), 4, 'SDP negotiation done: Success');
    this.#updateMedia(direction);
    this.#acknowledge(sequence);
  }

  #refers(target: string): void {
    const sequence = ++this.#sequence;
    const via = branch();
    const subscription = objectName('evsub');
    this.#log.line('interface', 'pjsua_call.c', 0, `Transferring call ${this.#index} to ${target}`);
    this.#log.line(
      'interface',
      subscription,
      1,
      `UAC subscription created, using dialog ${this.#name('dlg')}`,
    );
    this.#sendRequest(
      'interface',
      this.#request('REFER', sequence, via, [
        ['Contact', this.#own.contact],
        ['Event', 'refer'],
        ['Expires', '600'],
        ['Supported', supported],
        ['Accept', 'message/sipfrag;version=2.0'],
        ['Allow-Events', 'presence, dialog, message-summary, refer'],
        ['Refer-To', target],
        ['Referred-By', this.#own.address],
        ['User-Agent', this.#own.userAgent],
      ]),
      objectName('tsx'),
    );
    this.#log.line('interface', subscription, 5, 'Subscription state changed NULL --> SENT');
    this.#receive(this.#responseFromPeer(202, 'Accepted', 'REFER', sequence, via, []));
    this.#log.line('sip', subscription, 4, 'Subscription state changed SENT --> ACCEPTED');
  }

  #hangUp(method: 'CANCEL' | 'BYE', warning?: string): void {
    this.#ending = method;
    this.#log.line('interface', 'pjsua_call.c', 0, `Call ${this.#index} hanging up: code=0..`);
    const sequence = method === 'BYE' ? ++this.#sequence : this.#inviteSequence;
    const via = method === 'BYE' ? branch() : this.#inviteBranch;
    this.#sendRequest(
      'interface',
      this.#request(method, sequence, via, [
        ['Warning', warning],
        ['User-Agent', this.#own.userAgent],
      ]),
      objectName('tsx'),
    );
    this.#receive(this.#responseFromPeer(200, 'OK', method, sequence, via, []));
  }

  #responds({ status, contact, diversion, reason }: OutgoingSip & { readonly method: 'RESPONSE' }): void {
    this.#ending = status >= 300 ? 'RESPONSE' : undefined;
    this.#log.line('interface', 'pjsua_call.c', 0, `Answering call ${this.#index}: code=${status}`);
    this.#sendResponse(
      status,
      reasonPhrase(status),
      'INVITE',
      this.#inviteSequence,
      [
        ['Contact', contact ?? this.#own.contact],
        ['Diversion', diversion],
        ['Reason', reason],
        ['Allow', allow],
      ],
      status === 200 ? 'sendrecv' : undefined,
    );
    if (status === 200) this.#updateMedia('sendrecv');
  }

  #receiveInvite(): void {
    const call = this.#invite;
    const invite = {
      ...this.#requestFromPeer('INVITE', this.#inviteSequence, [
        ['Contact', `<${this.#target}>`],
        ['Allow', allow],
        ['Supported', supported],
        ['P-Asserted-Identity', call?.assertedIdentity],
        ['Remote-Party-ID', call?.remotePartyId],
        ['X-AUTOANSWER', call?.autoAnswerHeader],
        ['Call-Info', call?.callInfo],
      ]),
      body: sessionDescription(peerHost, 20_000, this.#session, 0, 'sendrecv'),
    };
    this.#receive(invite);
    this.#log.line('sip', 'pjsua_call.c', 1, `Incoming ${titleOf(invite)} (${objectName('rdata')})`);
    this.#log.line('sip', this.#name('dlg'), 2, 'UAS dialog created');
    this.#log.line('sip', this.#name('inv'), 2, `UAS invite session created for dialog ${this.#name('dlg')}`);
    this.#prepareMedia('sip');
    this.#sendResponse(100, 'Trying', 'INVITE', this.#inviteSequence, []);
  }

  #receiveResponse(status: number, reason: string): void {
    const answered = status === 200;
    const response = this.#responseFromPeer(
      status,
      reason,
      'INVITE',
      this.#inviteSequence,
      this.#inviteBranch,
      [
        ['Contact', status > 100 && status < 300 ? `<${this.#target}>` : undefined],
        ['Allow', status > 100 ? allow : undefined],
      ],
    );
    this.#receive(
      answered
        ? { ...response, body: sessionDescription(peerHost, 20_000, this.#session, 1, 'sendrecv') }
        : response,
    );
    if (status >= 300) this.#acknowledge(this.#inviteSequence, this.#inviteBranch);
  }

  /** Acknowledges, or takes the acknowledgement, and says what caused the state. */
  #confirm(): string {
    if (this.#direction === 'incoming') {
      this.#receiveRequest('ACK', this.#inviteSequence, []);
      return 'RX_MSG';
    }
    this.#log.line('sip', this.#name('inv'), 4, 'SDP negotiation done: Success');
    this.#updateMedia('sendrecv');
    this.#acknowledge(this.#inviteSequence);
    return 'TX_MSG';
  }

  #receiveEnd(status: number, reason: string): void {
    const answered = this.#state === 'CONFIRMED' || this.#state === 'CONNECTING';
    if (this.#ending === 'BYE') return;
    if (this.#ending === 'CANCEL') {
      this.#receiveResponse(487, 'Request Terminated');
    } else if (this.#ending === 'RESPONSE') {
      this.#receiveRequest('ACK', this.#inviteSequence, []);
    } else if (answered) {
      const sequence = ++this.#remoteSequence;
      this.#receiveRequest('BYE', sequence, [['User-Agent', this.#peerUserAgent]]);
      this.#sendResponse(200, 'OK', 'BYE', sequence, []);
    } else if (this.#direction === 'incoming') {
      this.#receiveRequest('CANCEL', this.#inviteSequence, []);
      this.#sendResponse(200, 'OK', 'CANCEL', this.#inviteSequence, []);
      this.#sendResponse(487, 'Request Terminated', 'INVITE', this.#inviteSequence, []);
    } else {
      this.#receiveResponse(status, reason);
    }
  }

  #prepareMedia(thread: LogThread): void {
    this.#log.line(thread, 'pjsua_media.c', 1, `Call ${this.#index}: initializing media..`);
    this.#log.line(thread, 'pjsua_media.c', 2, `RTP socket reachable at ${phoneHost}:${this.#rtpPort}`);
    this.#log.line(thread, 'pjsua_media.c', 2, `RTCP socket reachable at ${phoneHost}:${this.#rtpPort + 1}`);
    this.#log.line(thread, 'pjsua_media.c', 2, `Media index 0 selected for audio call ${this.#index}`);
    this.#log.line(
      thread,
      'pjsua_media.c',
      2,
      `Call ${this.#index}: media transport initialization complete: Success`,
    );
  }

  #updateMedia(direction: MediaDirection): void {
    this.#log.line('sip', 'pjsua_media.c', 5, `Call ${this.#index}: updating media..`);
    this.#log.line('sip', 'pjsua_aud.c', 6, `Audio channel update for index 0 for call ${this.#index}...`);
    this.#log.line('sip', 'pjsua_media.c', 6, `Audio updated, stream #0: PCMA (${direction})`);
  }

  #releaseMedia(): void {
    this.#log.line('sip', 'pjsua_media.c', 5, `Call ${this.#index}: deinitializing media..`);
    this.#log.line('sip', this.#name('dlg'), 5, 'Session count dec to 1 by mod-invite');
  }

  #acknowledge(sequence: number, via = branch()): void {
    const request = this.#request('ACK', sequence, via, []);
    const id = objectName('tdta');
    this.#log.line('sip', 'sip_util.c', 4, `${titleOf(request)} (${id}) created.`);
    this.#log.sent('sip', 5, request, id, this.#own.transport);
    this.#log.line('sip', this.#name('udp'), 5, `${titleOf(request)} (${id}) sent successfully`);
  }

  #sendRequest(thread: LogThread, request: SipRequest, transaction: string, body?: SipRequest['body']): void {
    const message = body === undefined ? request : { ...request, body };
    const id = objectName('tdta');
    const title = `${titleOf(message)} (${id})`;
    this.#log.line(thread, 'sip_util.c', 1, `${title} created.`);
    if (sessionMethods.has(message.method)) this.#log.line(thread, this.#name('inv'), 2, `Sending ${title}`);
    this.#log.line(thread, this.#name('dlg'), 3, `Sending ${title}`);
    this.#log.line(thread, transaction, 4, `Transaction created for ${title}`);
    this.#log.line(thread, transaction, 3, `Sending ${title} in state Null`);
    this.#log.sent(thread, 4, message, id, this.#own.transport);
    this.#log.line(thread, this.#name('udp'), 4, `${title} sent successfully`);
    this.#log.line(thread, transaction, 4, 'State changed from Null to Calling, event=TX_MSG');
    this.#log.line(thread, this.#name('dlg'), 5, `Transaction ${transaction} state changed to Calling`);
  }

  #sendResponse(
    status: number,
    reason: string,
    method: string,
    sequence: number,
    headers: readonly SipHeader[],
    media?: MediaDirection,
  ): void {
    const response: SipResponse = {
      status,
      reason,
      method,
      sequence,
      headers: [
        [
          'Via',
          `SIP/2.0/${this.#own.transport.name} ${peerHost}:${sipPort};rport=${sipPort};received=${peerHost};branch=${method === 'INVITE' && sequence === this.#inviteSequence ? this.#inviteBranch : this.#remoteBranch}`,
        ],
        ['Call-ID', this.#callId],
        ['From', `${this.#remote};tag=${this.#remoteTag}`],
        ['To', status === 100 ? this.#own.address : `${this.#own.address};tag=${this.#ownTag}`],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
      ...(media !== undefined && { body: this.#describe(media) }),
    };
    const id = objectName('tdta');
    const title = `${titleOf(response)} (${id})`;
    if (method === 'INVITE') this.#log.line('sip', this.#name('inv'), 3, `Sending ${title}`);
    this.#log.line('sip', this.#name('dlg'), 4, `Sending ${title}`);
    this.#log.sent('sip', 5, response, id, this.#own.transport);
    this.#log.line('sip', this.#name('udp'), 5, `${title} sent successfully`);
  }

  #receiveRequest(
    method: string,
    sequence: number,
    headers: readonly SipHeader[],
    media?: MediaDirection,
  ): void {
    const request = this.#requestFromPeer(method, sequence, headers);
    this.#receive(
      media === undefined
        ? request
        : { ...request, body: sessionDescription(peerHost, 20_000, this.#session, sequence, media) },
    );
    this.#log.line('sip', this.#name('dlg'), 1, `Received ${titleOf(request)} (${objectName('rdata')})`);
  }

  #receive(message: SipMessage): void {
    this.#log.received(message, objectName('rdata'), this.#own.transport);
  }

  /** A request of the phone's. */
  #request(method: string, sequence: number, via: string, headers: readonly SipHeader[]): SipRequest {
    const established = this.#state !== 'NULL' && this.#state !== 'CALLING' && method !== 'CANCEL';
    return {
      method,
      uri: this.#target,
      sequence,
      headers: [
        ['Via', `SIP/2.0/${this.#own.transport.name} ${phoneHost}:${sipPort};rport;branch=${via}`],
        ['Max-Forwards', '70'],
        ['From', `${this.#own.address};tag=${this.#ownTag}`],
        ['To', established ? `${this.#remote};tag=${this.#remoteTag}` : this.#remote],
        ['Call-ID', this.#callId],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
    };
  }

  #requestFromPeer(method: string, sequence: number, headers: readonly SipHeader[]): SipRequest {
    if (sequence !== this.#inviteSequence) this.#remoteBranch = branch();
    const early = this.#direction === 'incoming' && this.#state === 'NULL';
    return {
      method,
      uri: requestUri(this.#own.contact),
      sequence,
      headers: [
        [
          'Via',
          `SIP/2.0/${this.#own.transport.name} ${peerHost}:${sipPort};rport;branch=${this.#remoteBranch}`,
        ],
        ['Max-Forwards', '70'],
        ['From', `${this.#remote};tag=${this.#remoteTag}`],
        ['To', early ? (this.#invite?.to ?? this.#own.address) : `${this.#own.address};tag=${this.#ownTag}`],
        ['Call-ID', this.#callId],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
    };
  }

  #responseFromPeer(
    status: number,
    reason: string,
    method: string,
    sequence: number,
    via: string,
    headers: readonly SipHeader[],
  ): SipResponse {
    return {
      status,
      reason,
      method,
      sequence,
      headers: [
        [
          'Via',
          `SIP/2.0/${this.#own.transport.name} ${phoneHost}:${sipPort};rport=${sipPort};received=${phoneHost};branch=${via}`,
        ],
        ['Call-ID', this.#callId],
        ['From', `${this.#own.address};tag=${this.#ownTag}`],
        ['To', status === 100 ? this.#remote : `${this.#remote};tag=${this.#remoteTag}`],
        ['CSeq', `${sequence} ${method}`],
        ...headers,
      ],
    };
  }

  #describe(direction: MediaDirection): ReturnType<typeof sessionDescription> {
    return sessionDescription(phoneHost, this.#rtpPort, this.#session, this.#descriptions++, direction);
  }

  get #rtpPort(): number {
    return 4000 + 2 * this.#index;
  }

  #name(kind: 'dlg' | 'inv' | 'udp'): string {
    return `${kind}${this.#dialog}`;
  }
}

/** The address a request goes to: without name, brackets and headers. */
function requestUri(address: string): string {
  const bracketed = /<([^>]*)>/u.exec(address)?.[1] ?? address;
  return bracketed.replace(/\?.*$/su, '');
}

import { reasonPhrase } from '../../phone-model/call/reason-phrase.ts';
import type { InviteState, OutgoingSip } from '../../phone-model/phone-effect.ts';
import type { IncomingCall } from '../../phone-model/phone-input.ts';
import { branch, objectName } from '../log-identity.ts';
import { titleOf } from '../sip-message.ts';
import type { CallParts } from './call-parts.ts';
import { allow, supported } from './header-values.ts';

/** How a call begins and ends: the INVITE, its answers, CANCEL and BYE, and the states they lead to. */
export class InviteSession {
  readonly #call: CallParts;
  /** What the far end sent, if it is the one that calls. */
  readonly #received: IncomingCall | undefined;
  /** What the phone sent to end the call; without it, the far end did. */
  #ending: OutgoingSip['method'] | undefined;
  /** Why the far end takes back its call, where it says that. */
  #cancelReason: string | undefined;

  constructor(call: CallParts, received: IncomingCall | undefined) {
    this.#call = call;
    this.#received = received;
  }

  /** The phone calls. */
  invite(uri: string): void {
    const { log, media, messages, own, traffic } = this.#call;
    log.line('interface', 'pjsua_call.c', 0, `Making call with acc #0 to ${uri}`);
    log.line('interface', traffic.name('dlg'), 1, 'UAC dialog created');
    media.prepare('interface');
    log.line(
      'interface',
      traffic.name('inv'),
      1,
      `UAC invite session created for dialog ${traffic.name('dlg')}`,
    );
    const { inviteBranch, inviteSequence } = messages;
    traffic.sendRequest(
      'interface',
      messages.request('INVITE', inviteSequence, inviteBranch, [
        ['Contact', own.contact],
        ['Allow', allow],
        ['Supported', supported],
        ['Session-Expires', '1800'],
        ['Min-SE', '90'],
        ['User-Agent', own.userAgent],
      ]),
      media.describe('sendrecv'),
    );
  }

  /** The phone answers the far end's INVITE. */
  respond({ status, contact, diversion, reason }: OutgoingSip & { readonly method: 'RESPONSE' }): void {
    const { index, log, media, messages, own, traffic } = this.#call;
    this.#ending = status >= 300 ? 'RESPONSE' : undefined;
    log.line('interface', 'pjsua_call.c', 0, `Answering call ${index}: code=${status}`);
    traffic.sendResponse(
      status,
      reasonPhrase(status),
      'INVITE',
      messages.inviteSequence,
      [
        ['Contact', contact ?? own.contact],
        ['Diversion', diversion],
        ['Reason', reason],
        ['Allow', allow],
      ],
      status === 200 ? media.describe('sendrecv') : undefined,
    );
    if (status === 200) media.update('sendrecv');
  }

  /** The phone ends the call. */
  hangUp(method: 'CANCEL' | 'BYE', warning?: string): void {
    const { index, log, messages, own, traffic } = this.#call;
    this.#ending = method;
    log.line('interface', 'pjsua_call.c', 0, `Call ${index} hanging up: code=0..`);
    const sequence = method === 'BYE' ? messages.nextSequence() : messages.inviteSequence;
    const via = method === 'BYE' ? branch() : messages.inviteBranch;
    traffic.sendRequest(
      'interface',
      messages.request(method, sequence, via, [
        ['Warning', warning],
        ['User-Agent', own.userAgent],
      ]),
    );
    traffic.receive(messages.responseFromPeer(200, 'OK', method, sequence, via, []));
  }

  /** Another phone answered the far end's call; a proxy says so as RFC 3326 has it. */
  answeredElsewhere(): void {
    this.#cancelReason = 'SIP;cause=200;text="Call completed elsewhere"';
  }

  /** The call enters a state, which the messages before it lead to. */
  enter(state: InviteState, status: number, reason: string): void {
    const { log, media, messages, traffic } = this.#call;
    let event = 'TSX_STATE';
    if ((state === 'EARLY' || state === 'CONNECTING') && this.#received === undefined) {
      this.#receiveResponse(status, reason);
    }
    if (state === 'INCOMING') this.#receiveInvite();
    if (state === 'CONFIRMED') event = this.#confirm();
    if (state === 'DISCONNECTED') this.#receiveEnd(status, reason);
    const thread = state === 'CALLING' ? 'interface' : 'sip';
    const text = `State changed from ${messages.state} to ${state}, event=${event}`;
    log.line(thread, traffic.name('inv'), thread === 'sip' ? 4 : 6, text);
    messages.state = state;
    if (state === 'CALLING') this.#receiveResponse(100, 'Trying');
    if (state === 'DISCONNECTED') {
      media.release();
      log.line('sip', traffic.name('dlg'), 5, 'Session count dec to 1 by mod-invite');
    }
  }

  #receiveInvite(): void {
    const { log, media, messages, traffic } = this.#call;
    const received = this.#received;
    const { inviteSequence, target } = messages;
    const invite = messages.requestFromPeer('INVITE', inviteSequence, [
      ['Contact', `<${target}>`],
      ['Allow', allow],
      ['Supported', supported],
      ['P-Asserted-Identity', received?.assertedIdentity],
      ['Remote-Party-ID', received?.remotePartyId],
      ['X-AUTOANSWER', received?.autoAnswerHeader],
      ['Call-Info', received?.callInfo],
    ]);
    traffic.receive(invite, media.describePeer('sendrecv'));
    log.line('sip', 'pjsua_call.c', 1, `Incoming ${titleOf(invite)} (${objectName('rdata')})`);
    log.line('sip', traffic.name('dlg'), 2, 'UAS dialog created');
    log.line('sip', traffic.name('inv'), 2, `UAS invite session created for dialog ${traffic.name('dlg')}`);
    media.prepare('sip');
    traffic.sendResponse(100, 'Trying', 'INVITE', inviteSequence, []);
  }

  #receiveResponse(status: number, reason: string): void {
    const { media, messages, traffic } = this.#call;
    const { inviteBranch, inviteSequence, target } = messages;
    const response = messages.responseFromPeer(status, reason, 'INVITE', inviteSequence, inviteBranch, [
      ['Contact', status > 100 && status < 300 ? `<${target}>` : undefined],
      ['Allow', status > 100 ? allow : undefined],
    ]);
    traffic.receive(response, status === 200 ? media.describePeer('sendrecv') : undefined);
    if (status >= 300) traffic.acknowledge(inviteSequence, inviteBranch);
  }

  /** Acknowledges, or takes the acknowledgement, and says what caused the state. */
  #confirm(): string {
    const { log, media, messages, traffic } = this.#call;
    const { inviteSequence } = messages;
    if (this.#received !== undefined) {
      traffic.receiveRequest('ACK', inviteSequence, []);
      return 'RX_MSG';
    }
    log.line('sip', traffic.name('inv'), 4, 'SDP negotiation done: Success');
    media.update('sendrecv');
    traffic.acknowledge(inviteSequence);
    return 'TX_MSG';
  }

  #receiveEnd(status: number, reason: string): void {
    const { messages, own, traffic } = this.#call;
    const { inviteSequence, state } = messages;
    if (this.#ending === 'BYE') return;
    if (this.#ending === 'CANCEL') {
      this.#receiveResponse(487, 'Request Terminated');
    } else if (this.#ending === 'RESPONSE') {
      traffic.receiveRequest('ACK', inviteSequence, []);
    } else if (state === 'CONFIRMED' || state === 'CONNECTING') {
      const sequence = messages.nextRemoteSequence();
      traffic.receiveRequest('BYE', sequence, [['User-Agent', own.userAgent]]);
      traffic.sendResponse(200, 'OK', 'BYE', sequence, []);
    } else if (this.#received !== undefined) {
      traffic.receiveRequest('CANCEL', inviteSequence, [['Reason', this.#cancelReason]]);
      traffic.sendResponse(200, 'OK', 'CANCEL', inviteSequence, []);
      traffic.sendResponse(487, 'Request Terminated', 'INVITE', inviteSequence, []);
    } else {
      this.#receiveResponse(status, reason);
    }
  }
}

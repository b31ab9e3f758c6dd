import type { InviteState, OutgoingSip } from '../../phone-model/phone-effect.ts';
import type { IncomingCall } from '../../phone-model/phone-input.ts';
import { peerHost, sipPort } from '../log-identity.ts';
import type { LogWriter } from '../log-writer.ts';
import type { OwnSide } from '../own-side.ts';
import { CallMedia } from './call-media.ts';
import { DialogMessages, requestUri } from './dialog-messages.ts';
import { DialogTraffic } from './dialog-traffic.ts';
import { InDialogRequests } from './in-dialog-requests.ts';
import { InviteSession } from './invite-session.ts';

/** The lines of one call in the log: its dialog, its transactions, its media. */
export class CallDialog {
  readonly #session: InviteSession;
  readonly #requests: InDialogRequests;

  /**
   * @param index - the number of the call in the log
   * @param call - its Call-ID, the address of the other side, and what that sent if it is the one that calls
   */
  constructor(
    log: LogWriter,
    index: number,
    own: OwnSide,
    call: { readonly callId: string; readonly uri: string; readonly invite?: IncomingCall },
  ) {
    const { callId, invite, uri } = call;
    const messages = new DialogMessages(own, {
      callId,
      direction: invite === undefined ? 'outgoing' : 'incoming',
      remote: uri,
      target: invite === undefined ? requestUri(uri) : `sip:${peerHost}:${sipPort}`,
      called: invite?.to ?? own.address,
    });
    const traffic = new DialogTraffic(log, messages, own.transport);
    const parts = { index, log, own, messages, traffic, media: new CallMedia(log, index) };
    this.#session = new InviteSession(parts, invite);
    this.#requests = new InDialogRequests(parts);
  }

  /** The phone sends a message of this call. */
  send(message: OutgoingSip): void {
    switch (message.method) {
      case 'INVITE':
        this.#session.invite(message.uri);
        break;
      case 'CANCEL':
        this.#session.hangUp(message.method);
        break;
      case 'BYE':
        this.#session.hangUp(message.method, message.warning);
        break;
      case 'RESPONSE':
        this.#session.respond(message);
        break;
      case 'RE-INVITE':
        this.#requests.reInvite(message.hold);
        break;
      case 'REFER':
        this.#requests.refer(message.target);
        break;
      case 'DTMF':
        this.#requests.sendDigits(message.digits);
        break;
      case 'MESSAGE':
        // A chat message has no dialog.
        break;
    }
  }

  /** The call enters a state, which the messages before it lead to. */
  enter(state: InviteState, status: number, reason: string): void {
    this.#session.enter(state, status, reason);
  }

  /** The far end is about to take back its call because another phone answered it. */
  answeredElsewhere(): void {
    this.#session.answeredElsewhere();
  }

  /** The far end puts the call on hold or takes it back. */
  farEndHolds(held: boolean): void {
    this.#requests.farEndHolds(held);
  }

  /** The far end reports what became of a transfer. */
  transferAnswered(status: number, reason: string): void {
    this.#requests.transferAnswered(status, reason);
  }
}

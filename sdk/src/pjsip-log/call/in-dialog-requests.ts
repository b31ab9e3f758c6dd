import { branch, objectName } from '../log-identity.ts';
import type { MediaDirection } from '../session-description.ts';
import type { CallParts } from './call-parts.ts';
import { allow, supported } from './header-values.ts';

/** What a direction of the phone's is to the far end. */
const seenByFarEnd: Readonly<Record<MediaDirection, MediaDirection>> = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
};

/** What the two sides of an answered call ask of each other: hold, transfer, digits. */
export class InDialogRequests {
  readonly #call: CallParts;
  readonly #holds = { phone: false, farEnd: false };

  constructor(call: CallParts) {
    this.#call = call;
  }

  /** The phone puts the call on hold or takes it back. */
  reInvite(hold: boolean): void {
    const { index, log, media, messages, own, traffic } = this.#call;
    this.#holds.phone = hold;
    const sequence = messages.nextSequence();
    const via = branch();
    log.line(
      'interface',
      'pjsua_call.c',
      0,
      hold ? `Putting call ${index} on hold` : `Sending re-INVITE on call ${index}`,
    );
    traffic.sendRequest(
      'interface',
      messages.request('INVITE', sequence, via, [
        ['Contact', own.contact],
        ['Allow', allow],
        ['Supported', supported],
        ['User-Agent', own.userAgent],
      ]),
      // PJSIP offers to send, while it holds, only if the far end listens.
      media.describe(hold ? this.#direction : 'sendrecv'),
    );
    traffic.receive(
      messages.responseFromPeer(200, 'OK', 'INVITE', sequence, via, [['Contact', `<${messages.target}>`]]),
      media.describePeer(seenByFarEnd[this.#direction]),
    );
    log.line('sip', traffic.name('inv'), 4, 'SDP negotiation done: Success');
    media.update(this.#direction);
    traffic.acknowledge(sequence);
  }

  /** The far end puts the call on hold or takes it back. */
  farEndHolds(held: boolean): void {
    const { media, messages, own, traffic } = this.#call;
    this.#holds.farEnd = held;
    const sequence = messages.nextRemoteSequence();
    traffic.receiveRequest(
      'INVITE',
      sequence,
      [['Contact', messages.target]],
      media.describePeer(held ? 'sendonly' : 'sendrecv', sequence),
    );
    traffic.sendResponse(
      200,
      'OK',
      'INVITE',
      sequence,
      [['Contact', own.contact]],
      media.describe(this.#direction),
    );
    traffic.receiveRequest('ACK', sequence, []);
    media.update(this.#direction);
  }

  /** What is left of the sound, for the phone. */
  get #direction(): MediaDirection {
    const { farEnd, phone } = this.#holds;
    if (phone) return farEnd ? 'inactive' : 'sendonly';
    return farEnd ? 'recvonly' : 'sendrecv';
  }

  /** The phone asks the far end to call somebody else. */
  refer(target: string): void {
    const { index, log, messages, own, traffic } = this.#call;
    const sequence = messages.nextSequence();
    const via = branch();
    const subscription = objectName('evsub');
    log.line('interface', 'pjsua_call.c', 0, `Transferring call ${index} to ${target}`);
    log.line('interface', subscription, 1, `UAC subscription created, using dialog ${traffic.name('dlg')}`);
    traffic.sendRequest(
      'interface',
      messages.request('REFER', sequence, via, [
        ['Contact', own.contact],
        ['Event', 'refer'],
        ['Expires', '600'],
        ['Supported', supported],
        ['Accept', 'message/sipfrag;version=2.0'],
        ['Allow-Events', 'presence, dialog, message-summary, refer'],
        ['Refer-To', target],
        ['Referred-By', own.address],
        ['User-Agent', own.userAgent],
      ]),
    );
    log.line('interface', subscription, 5, 'Subscription state changed NULL --> SENT');
    traffic.receive(messages.responseFromPeer(202, 'Accepted', 'REFER', sequence, via, []));
    log.line('sip', subscription, 4, 'Subscription state changed SENT --> ACCEPTED');
  }

  /** The far end reports what became of a transfer. */
  transferAnswered(status: number, reason: string): void {
    const { log, messages, traffic } = this.#call;
    const sequence = messages.nextRemoteSequence();
    traffic.receive(
      messages.requestFromPeer('NOTIFY', sequence, [
        ['Event', 'refer'],
        ['Subscription-State', 'terminated;reason=noresource'],
      ]),
      { type: 'message/sipfrag;version=2.0', text: `SIP/2.0 ${status} ${reason}\r\n` },
    );
    traffic.sendResponse(200, 'OK', 'NOTIFY', sequence, []);
    log.line('sip', objectName('evsub'), 5, 'Subscription state changed ACTIVE --> TERMINATED');
    log.line('sip', 'pjsua_call.c', 7, 'Xfer client subscription terminated');
  }

  /** The phone sends digits as telephone events; they are no messages. */
  sendDigits(digits: string): void {
    const { index, log } = this.#call;
    log.line('interface', 'pjsua_aud.c', 0, `Call ${index} dialing DTMF ${digits}`);
    for (const digit of digits) {
      log.line('interface', objectName('strm'), 0, `Sending DTMF digit id ${digit}`);
    }
  }
}

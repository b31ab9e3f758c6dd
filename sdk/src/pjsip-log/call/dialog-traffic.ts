import { branch, objectName } from '../log-identity.ts';
import type { LogThread, LogWriter, Transport } from '../log-writer.ts';
import { titleOf, type SipBody, type SipHeader, type SipMessage, type SipRequest } from '../sip-message.ts';
import type { DialogMessages } from './dialog-messages.ts';

/** Requests that PJSIP's INVITE session sends; others are the dialog's. */
const sessionMethods = new Set(['INVITE', 'CANCEL', 'BYE']);

/** The lines about the messages of one dialog, as they pass the layers of PJSIP. */
export class DialogTraffic {
  readonly #log: LogWriter;
  readonly #messages: DialogMessages;
  readonly #transport: Transport;
  readonly #dialog = objectName('');

  constructor(log: LogWriter, messages: DialogMessages, transport: Transport) {
    this.#log = log;
    this.#messages = messages;
    this.#transport = transport;
  }

  /** The name of one of the dialog's objects. */
  name(kind: 'dlg' | 'inv' | 'udp'): string {
    return `${kind}${this.#dialog}`;
  }

  /** The phone sends a request. */
  sendRequest(thread: LogThread, request: SipRequest, body?: SipBody): void {
    const message = withBody(request, body);
    const transaction = objectName('tsx');
    const id = objectName('tdta');
    const title = `${titleOf(message)} (${id})`;
    this.#log.line(thread, 'sip_util.c', 1, `${title} created.`);
    if (sessionMethods.has(message.method)) this.#log.line(thread, this.name('inv'), 2, `Sending ${title}`);
    this.#log.line(thread, this.name('dlg'), 3, `Sending ${title}`);
    this.#log.line(thread, transaction, 4, `Transaction created for ${title}`);
    this.#log.line(thread, transaction, 3, `Sending ${title} in state Null`);
    this.#log.sent(thread, 4, message, id, this.#transport);
    this.#log.line(thread, this.name('udp'), 4, `${title} sent successfully`);
    this.#log.line(thread, transaction, 4, 'State changed from Null to Calling, event=TX_MSG');
    this.#log.line(thread, this.name('dlg'), 5, `Transaction ${transaction} state changed to Calling`);
  }

  /** The phone answers a request of the far end. */
  sendResponse(
    status: number,
    reason: string,
    method: string,
    sequence: number,
    headers: readonly SipHeader[],
    body?: SipBody,
  ): void {
    const response = withBody(this.#messages.response(status, reason, method, sequence, headers), body);
    const id = objectName('tdta');
    const title = `${titleOf(response)} (${id})`;
    if (method === 'INVITE') this.#log.line('sip', this.name('inv'), 3, `Sending ${title}`);
    this.#log.line('sip', this.name('dlg'), 4, `Sending ${title}`);
    this.#log.sent('sip', 5, response, id, this.#transport);
    this.#log.line('sip', this.name('udp'), 5, `${title} sent successfully`);
  }

  /** The phone acknowledges the final answer to its INVITE. */
  acknowledge(sequence: number, via: string = branch()): void {
    const request = this.#messages.request('ACK', sequence, via, []);
    const id = objectName('tdta');
    this.#log.line('sip', 'sip_util.c', 4, `${titleOf(request)} (${id}) created.`);
    this.#log.sent('sip', 5, request, id, this.#transport);
    this.#log.line('sip', this.name('udp'), 5, `${titleOf(request)} (${id}) sent successfully`);
  }

  /** A message arrives. */
  receive(message: SipMessage, body?: SipBody): void {
    this.#log.received(withBody(message, body), objectName('rdata'), this.#transport);
  }

  /** A request of the far end arrives within the dialog. */
  receiveRequest(method: string, sequence: number, headers: readonly SipHeader[], body?: SipBody): void {
    const request = this.#messages.requestFromPeer(method, sequence, headers);
    this.receive(request, body);
    this.#log.line('sip', this.name('dlg'), 1, `Received ${titleOf(request)} (${objectName('rdata')})`);
  }
}

function withBody<Message extends SipMessage>(message: Message, body: SipBody | undefined): Message {
  return body === undefined ? message : { ...message, body };
}

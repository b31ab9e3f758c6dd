import { reasonPhrase } from '../phone-model/call/reason-phrase.ts';
import {
  branch,
  firstSequence,
  objectName,
  phoneHost,
  randomIdentifier,
  sipPort,
  tag,
} from './log-identity.ts';
import type { LogWriter } from './log-writer.ts';
import type { OwnSide } from './own-side.ts';
import { titleOf, type SipHeader, type SipRequest } from './sip-message.ts';

/** How long the registrar lets a registration last, in seconds: MicroSIP's default (facts D.6). */
const expires = 300;

/** The lines of an account's registration in the log. */
export class RegistrationDialog {
  readonly #log: LogWriter;
  readonly #own: OwnSide;
  readonly #registrar: string;
  readonly #callId = randomIdentifier();
  readonly #tag = tag();
  #sequence = firstSequence();
  #branch = branch();
  #registered = false;

  constructor(log: LogWriter, own: OwnSide, registrar: string) {
    this.#log = log;
    this.#own = own;
    this.#registrar = registrar;
  }

  register(): void {
    this.#log.line('interface', 'pjsua_acc.c', 0, `Adding account: id=${this.#own.address}`);
    this.#log.line('interface', 'pjsua_acc.c', 1, `Account ${this.#own.address} added with id 0`);
    this.#log.line('interface', 'pjsua_acc.c', 1, 'Acc 0: setting registration..');
    this.#send(expires);
    this.#log.line('interface', 'pjsua_acc.c', 2, 'Acc 0: Registration sent');
  }

  answered(status: number): void {
    const reason = reasonPhrase(status);
    const success = status >= 200 && status < 300;
    this.#receive(status, success ? expires : undefined);
    this.#registered = success;
    this.#log.line(
      'sip',
      'pjsua_acc.c',
      4,
      success
        ? `${this.#own.address}: registration success, status=${status} (${reason}), will re-register in ${expires} seconds`
        : `SIP registration failed, status=${status} (${reason})`,
    );
  }

  /** MicroSIP deletes the account, so that nobody is there to take the registrar's answer. */
  unregister(): void {
    const registered = this.#registered;
    this.#registered = false;
    this.#log.line('interface', 'pjsua_acc.c', 0, 'Deleting account 0..');
    if (registered) {
      this.#log.line('interface', 'pjsua_acc.c', 1, 'Acc 0: setting unregistration..');
      this.#send(0);
      this.#log.line('interface', 'pjsua_acc.c', 2, 'Acc 0: Unregistration sent');
    }
    this.#log.line('interface', 'pjsua_acc.c', 1, 'Account id 0 deleted');
    if (registered) this.#receive(200, undefined);
  }

  #send(seconds: number): void {
    this.#sequence++;
    this.#branch = branch();
    const request: SipRequest = {
      method: 'REGISTER',
      uri: `sip:${this.#registrar}`,
      sequence: this.#sequence,
      headers: [
        ['Via', `SIP/2.0/${this.#own.transport.name} ${phoneHost}:${sipPort};rport;branch=${this.#branch}`],
        ['Max-Forwards', '70'],
        ...this.#parties(),
        ['User-Agent', this.#own.userAgent],
        ['Contact', this.#own.contact],
        ['Expires', String(seconds)],
      ],
    };
    const id = objectName('tdta');
    const transaction = objectName('tsx');
    const title = `${titleOf(request)} (${id})`;
    this.#log.line('interface', 'sip_util.c', 2, `${title} created.`);
    this.#log.line('interface', transaction, 3, `Transaction created for ${title}`);
    this.#log.line('interface', transaction, 2, `Sending ${title} in state Null`);
    this.#log.sent('interface', 3, request, id, this.#own.transport);
    this.#log.line('interface', transaction, 3, 'State changed from Null to Calling, event=TX_MSG');
  }

  #receive(status: number, seconds: number | undefined): void {
    this.#log.received(
      {
        status,
        reason: reasonPhrase(status),
        method: 'REGISTER',
        sequence: this.#sequence,
        headers: [
          [
            'Via',
            `SIP/2.0/${this.#own.transport.name} ${phoneHost}:${sipPort};rport=${sipPort};received=${phoneHost};branch=${this.#branch}`,
          ],
          ...this.#parties(),
          ['Contact', seconds === undefined ? undefined : `${this.#own.contact};expires=${seconds}`],
          ['Expires', seconds === undefined ? undefined : String(seconds)],
        ],
      },
      objectName('rdata'),
      this.#own.transport,
    );
  }

  #parties(): readonly SipHeader[] {
    return [
      ['From', `${this.#own.address};tag=${this.#tag}`],
      ['To', this.#own.address],
      ['Call-ID', this.#callId],
      ['CSeq', `${this.#sequence} REGISTER`],
    ];
  }
}

import type { CallSide, CallTransfer } from '../../call-event.ts';
import { addressIn, isChallenge, type LoggedMessage, sideOf } from './sip-message.ts';

interface Refer {
  readonly sequence: number;
  readonly by: CallSide;
  readonly target: string | undefined;
  /** Whether it was accepted or refused. */
  readonly answered: boolean;
  /** The number of the last NOTIFY about it. */
  readonly notified?: number;
}

/** What becomes of transfers of a call: a REFER, its answer, and what NOTIFY requests tell of it (RFC 3515). */
export class TransferProgress {
  #refer: Refer | undefined;

  /** Takes a message of the call, and gives the transfer when there is news of it. */
  take(message: LoggedMessage): CallTransfer | undefined {
    if (message.method === 'NOTIFY') return this.#onNotify(message);
    if (message.method !== 'REFER') return undefined;
    if (message.status !== undefined) return this.#onAnswer(message, message.status);
    this.#onRefer(message);
    return undefined;
  }

  #onRefer(message: LoggedMessage): void {
    const { headers, sequence } = message;
    const by = sideOf(message);
    if (this.#refer?.sequence === sequence && this.#refer.by === by) return;
    // An attended transfer adds which call the new one is to replace.
    const target = addressIn(headers.get('refer-to') ?? '').replace(/\?.*$/su, '');
    this.#refer = { sequence, by, target: target === '' ? undefined : target, answered: false };
  }

  #onAnswer(message: LoggedMessage, status: number): CallTransfer | undefined {
    const refer = this.#refer;
    if (refer?.sequence !== message.sequence || refer.by === sideOf(message)) return undefined;
    if (refer.answered || status < 200 || isChallenge(status)) return undefined;
    this.#refer = { ...refer, answered: true };
    // Accepted is not done: PJSIP counts it as 100, asked for.
    return transferOf(refer, status < 300 ? 100 : status);
  }

  #onNotify(message: LoggedMessage): CallTransfer | undefined {
    const { body, headers, sequence, status } = message;
    const refer = this.#refer;
    if (status !== undefined || refer === undefined || refer.by === sideOf(message)) return undefined;
    if (!/^refer\b/iu.test(headers.get('event') ?? '') || refer.notified === sequence) return undefined;
    const result = /^SIP\/2\.0 (\d{3})\b/u.exec(body)?.[1];
    if (result === undefined) return undefined;
    this.#refer = { ...refer, notified: sequence };
    return transferOf(refer, Number(result));
  }
}

function transferOf({ by, target }: Refer, status: number): CallTransfer {
  return { by, ...(target !== undefined && { target }), status };
}

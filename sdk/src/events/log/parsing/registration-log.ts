import type { RegistrationEvent } from '../../call-event.ts';
import { addressIn, type LoggedMessage } from './sip-message.ts';

/** An event of a registration, without its time. */
export type RegistrationChange = Omit<RegistrationEvent, 'type' | 'at' | 'source'>;

/** The registrations of a log: PJSIP says how each ended, the messages say of which account. */
export class RegistrationLog {
  /** Of the last REGISTER. */
  #account: string | undefined;
  #status: number | undefined;
  /** What was reported last, by account. */
  readonly #reported = new Map<string, string>();

  take({ headers, method, status }: LoggedMessage): void {
    if (method !== 'REGISTER') return;
    const account = addressIn(headers.get('to') ?? '');
    this.#account = account === '' ? undefined : account;
    this.#status = status;
  }

  /** A line of the module of the accounts. */
  read(text: string): RegistrationChange | undefined {
    const failed = /^SIP registration failed, status=(\d{3}) \(/u.exec(text)?.[1];
    if (failed !== undefined) return this.#change('refused', Number(failed));
    if (text.startsWith('SIP registration error: ')) return this.#change('refused', undefined);
    // Behind the account's address, which can have a display name of any text.
    const success = /: registration success, status=(\d{3}) \(.*\), will re-register in \d+ seconds$/u.exec(
      text,
    )?.[1];
    if (success !== undefined) return this.#change('registered', Number(success));
    return text.endsWith(': unregistration success') ? this.#change('unregistered', this.#status) : undefined;
  }

  #change(state: RegistrationEvent['state'], status: number | undefined): RegistrationChange | undefined {
    const account = this.#account;
    const change: RegistrationChange = {
      state,
      ...(account !== undefined && { account }),
      ...(status !== undefined && { status }),
    };
    const told = `${state} ${status ?? ''}`;
    if (this.#reported.get(account ?? '') === told) return undefined;
    if (this.#reported.size > 64) this.#reported.clear();
    this.#reported.set(account ?? '', told);
    return change;
  }
}

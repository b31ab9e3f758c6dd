import type { RegistrationEvent } from '../../call-event.ts';
import { RecentMap } from './recent-map.ts';
import { addressIn, type LoggedMessage } from './sip-message.ts';

/** An event of a registration, without its time. */
export type RegistrationChange = Omit<RegistrationEvent, 'type' | 'at' | 'source'>;

// In front stands the account's address, which can have a display name of any text.
const registered = /^(.*): registration success, status=(\d{3}) \(.*\), will re-register in \d+ seconds$/u;
const unregistered = /^(.*): unregistration success$/u;

/** PJSIP gives up a request of its own while another one is under way, and the registration stays as it is. */
const superseded = '(PJSIP_EBUSY)';

/** The registrations of a log: PJSIP says how each ended, the messages say of which account. */
export class RegistrationLog {
  /** Of the last REGISTER that was sent, where one was seen: an account that is gone may still be answered. */
  #account: string | undefined;
  /** Of the last answer to one. */
  #status: number | undefined;
  /** The accounts by their numbers in the stack. */
  readonly #accounts = new RecentMap<string>();
  /** The number of the account that is being deleted. */
  #deleting: string | undefined;
  /** What was reported last, by account. */
  readonly #reported = new RecentMap<string>();

  take({ headers, method, status }: LoggedMessage): void {
    if (method !== 'REGISTER') return;
    const account = addressIn(headers.get('to') ?? '');
    if (status === undefined || this.#account === undefined) {
      this.#account = account === '' ? undefined : account;
    }
    this.#status = status;
  }

  /** A line of the module of the accounts. */
  read(text: string): RegistrationChange | undefined {
    const failed = /^SIP registration failed, status=(\d{3}) \(/u.exec(text)?.[1];
    if (failed !== undefined) return this.#change('refused', this.#account, Number(failed));
    if (/^(?:SIP registration error|Unable to create\/send REGISTER): /u.test(text))
      return this.#onError(text);
    const success = registered.exec(text);
    if (success !== null) return this.#change('registered', accountIn(success[1]), Number(success[2]));
    const gone = unregistered.exec(text);
    if (gone !== null) return this.#change('unregistered', accountIn(gone[1]), this.#status);
    return this.#onAccount(text);
  }

  /** There came no answer, or one that asks for a password which the account has not. */
  #onError(text: string): RegistrationChange | undefined {
    if (text.includes(superseded)) return undefined;
    const status = this.#status !== undefined && this.#status >= 300 ? this.#status : undefined;
    return this.#change('refused', this.#account, status);
  }

  /** An account comes or goes. PJSIP does not wait for the registrar when one goes, and tells of no answer. */
  #onAccount(text: string): RegistrationChange | undefined {
    const [, id, added] = /^Account (.*) added with id (\d+)$/u.exec(text) ?? [];
    const account = accountIn(id);
    if (added !== undefined && account !== undefined) this.#accounts.set(added, account);
    this.#deleting = /^Deleting account (\d+)\.\.$/u.exec(text)?.[1] ?? this.#deleting;
    const left = /^Acc (\d+): Unregistration sent$/u.exec(text)?.[1];
    if (left !== undefined && left === this.#deleting) {
      return this.#change('unregistered', this.#accounts.get(left) ?? this.#account, undefined);
    }
    const deleted = /^Account id (\d+) deleted$/u.exec(text)?.[1];
    return deleted === undefined ? undefined : this.#onDeleted(deleted);
  }

  /** An account that was not registered sends nothing when it goes. */
  #onDeleted(number: string): RegistrationChange | undefined {
    const account = this.#accounts.get(number);
    this.#accounts.delete(number);
    this.#deleting = undefined;
    const told = account === undefined ? undefined : this.#reported.get(account);
    return told === undefined || told.startsWith('unregistered')
      ? undefined
      : this.#change('unregistered', account, undefined);
  }

  #change(
    state: RegistrationEvent['state'],
    account: string | undefined,
    status: number | undefined,
  ): RegistrationChange | undefined {
    // The next one is not of this answer.
    this.#status = undefined;
    const change: RegistrationChange = {
      state,
      ...(account !== undefined && { account }),
      ...(status !== undefined && { status }),
    };
    const told = `${state} ${status ?? ''}`;
    if (this.#reported.get(account ?? '') === told) return undefined;
    this.#reported.set(account ?? '', told);
    return change;
  }
}

/** The address of an account without the port, as its messages have it. */
function accountIn(id = ''): string | undefined {
  const account = addressIn(id.slice(Math.max(0, id.lastIndexOf('<')))).replace(
    /(@[^;]*?)(?::\d+)?(?:;.*)?$/u,
    '$1',
  );
  return account === '' ? undefined : account;
}

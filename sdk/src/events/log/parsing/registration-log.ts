import type { RegistrationEvent } from '../../call-event.ts';
import { addressIn, type LoggedMessage } from './sip-message.ts';

/** An event of a registration, without its time. */
export type RegistrationChange = Omit<RegistrationEvent, 'type' | 'at' | 'source'>;

// In front stands the account's address, which can have a display name of any text.
const registered = /^(.*): registration success, status=(\d{3}) \(.*\), will re-register in \d+ seconds$/u;
const unregistered = /^(.*): unregistration success$/u;

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
    if (failed !== undefined) return this.#change('refused', this.#account, Number(failed));
    if (text.startsWith('SIP registration error: ')) return this.#change('refused', this.#account, undefined);
    const success = registered.exec(text);
    if (success !== null) return this.#change('registered', accountIn(success[1]), Number(success[2]));
    const gone = unregistered.exec(text);
    return gone === null ? undefined : this.#change('unregistered', accountIn(gone[1]), this.#status);
  }

  #change(
    state: RegistrationEvent['state'],
    account: string | undefined,
    status: number | undefined,
  ): RegistrationChange | undefined {
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

/** The address of an account without the port, as its messages have it. */
function accountIn(id = ''): string | undefined {
  const account = addressIn(id.slice(Math.max(0, id.lastIndexOf('<')))).replace(
    /(@[^;]*?)(?::\d+)?(?:;.*)?$/u,
    '$1',
  );
  return account === '' ? undefined : account;
}

import { RecentMap } from './recent-map.ts';

/** The states of an INVITE session, as PJSIP names them in its log. */
export type InviteState = 'CALLING' | 'INCOMING' | 'EARLY' | 'CONNECTING' | 'CONFIRMED' | 'DISCONNECTED';

/** The states by their names in the log; older versions of PJSIP abbreviate the last one. */
const inviteStates: ReadonlyMap<string, InviteState> = new Map([
  ['CALLING', 'CALLING'],
  ['INCOMING', 'INCOMING'],
  ['EARLY', 'EARLY'],
  ['CONNECTING', 'CONNECTING'],
  ['CONFIRMED', 'CONFIRMED'],
  ['DISCONNECTED', 'DISCONNECTED'],
  ['DISCONNCTD', 'DISCONNECTED'],
]);

/** The state that a line of a session says was entered, if it says that. */
export function enteredState(text: string): InviteState | undefined {
  const name = /^State changed from [A-Z]+ to ([A-Z]+), event=/u.exec(text)?.[1];
  return name === undefined ? undefined : inviteStates.get(name);
}

/** A state that a session entered. */
export interface EnteredState {
  readonly state: InviteState;
  readonly at: string;
  /** What ended the last transaction before. */
  readonly transactionEnd: string | undefined;
}

interface Session {
  readonly callId: string | undefined;
  /** States it entered before its call was known. */
  readonly waiting: readonly EnteredState[];
}

/** A session enters fewer before its call ends. */
const mostWaiting = 8;

/**
 * Which call PJSIP's INVITE session at an address in memory is of. The lines of a session have only that address,
 * which is used again for later ones; the Call-ID stands in the messages it sends and takes.
 */
export class InviteSessions {
  readonly #sessions = new RecentMap<Session>();
  /** Which session sends the message at an address in memory. */
  readonly #sending = new RecentMap<string>();
  /** The Call-ID of the message that arrived last at an address in memory. */
  readonly #received = new RecentMap<string>();

  /** A session begins, or ends; nothing is known of what is at its address. */
  forget(address: string): void {
    this.#sessions.delete(address);
  }

  /** A session says that it sends a message, before that is shown. */
  sends(address: string, message: string): void {
    this.#sending.set(message, address);
  }

  /** A message that left is shown: the address of the session that said it would send it. */
  senderOf(message: string): string | undefined {
    const address = this.#sending.get(message);
    this.#sending.delete(message);
    return address;
  }

  /** A message that arrived is shown, before a session takes it. */
  arrived(message: string, callId: string): void {
    this.#received.set(message, callId);
  }

  /** The Call-ID of a message that arrived. */
  callIdOf(message: string): string | undefined {
    return this.#received.get(message);
  }

  /** The Call-ID of the session at an address. */
  callIdAt(address: string): string | undefined {
    return this.#sessions.get(address)?.callId;
  }

  /** Says which call a session is of, and gives the states that waited for that. */
  bind(address: string, callId: string): readonly EnteredState[] {
    const session = this.#sessions.get(address);
    if (session?.callId === callId) return [];
    this.#sessions.set(address, { callId, waiting: [] });
    return session?.waiting ?? [];
  }

  /** A session entered a state before its call is known. */
  wait(address: string, entered: EnteredState): void {
    const waiting = this.#sessions.get(address)?.waiting ?? [];
    this.#sessions.set(address, { callId: undefined, waiting: [...waiting.slice(1 - mostWaiting), entered] });
  }
}

import {
  behaviourVersionOf,
  isVersion,
  newestVerifiedVersion,
  type VerifiedVersion,
} from '../../../catalogue/version.ts';
import type { LogEvent } from '../log-event.ts';
import type { LogReader } from './entry-scanner.ts';
import type { LogLine } from './log-line.ts';
import { type CallChange, type InviteState, LoggedCall } from './logged-call.ts';
import { RegistrationLog } from './registration-log.ts';
import { type LoggedMessage, readMessage } from './sip-message.ts';

/** What gives the times of a log their day. */
export interface LogClock {
  see(timeOfDay: number): void;
  instant(timeOfDay: number): Date;
}

/** A state that a session entered. */
interface EnteredState {
  readonly state: InviteState;
  readonly at: string;
  /** What ended the last transaction before. */
  readonly transactionEnd: string | undefined;
}

/** PJSIP's INVITE session at an address in memory, which is used again for later ones. */
interface Session {
  readonly callId: string | undefined;
  /** States it entered before its call was known. */
  readonly waiting: readonly EnteredState[];
}

/** More than PJSIP can have at once; what is older is gone. */
const mostAtOnce = 256;

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

/** Methods whose messages tell about calls and registrations. */
const telling: ReadonlySet<string> = new Set([
  'ACK',
  'BYE',
  'CANCEL',
  'INVITE',
  'NOTIFY',
  'PRACK',
  'REFER',
  'REGISTER',
  'UPDATE',
]);

/** Puts the lines and messages of a phone's log together to events. */
export class StackLog implements LogReader {
  readonly #clock: LogClock;
  readonly #emit: (event: LogEvent) => void;
  #version: VerifiedVersion;
  #registration = new RegistrationLog();
  /** By Call-ID. */
  readonly #calls = new Map<string, LoggedCall>();
  /** By their addresses in memory. */
  readonly #sessions = new Map<string, Session>();
  /** Which session sends the message at an address in memory. */
  readonly #sending = new Map<string, string>();
  /** The Call-ID of the message that arrived last at an address in memory. */
  readonly #received = new Map<string, string>();
  /** What the stack was asked to call, until it does. */
  #dialled: string | undefined;
  #transactionEnd: string | undefined;
  /** Whether the stack that writes was seen to start; a log need not be read from its beginning. */
  #started = false;
  #closing = false;

  /** @param version - of the MicroSIP that wrote the log; else what its own messages say, else the newest */
  constructor(clock: LogClock, version: string | undefined, emit: (event: LogEvent) => void) {
    this.#clock = clock;
    this.#version = version === undefined ? newestVerifiedVersion : behaviourVersionOf(version);
    this.#emit = emit;
  }

  time(timeOfDay: number): void {
    this.#clock.see(timeOfDay);
  }

  line({ sender, text }: LogLine, timeOfDay: number): void {
    const address = sender.slice(3);
    if (sender.startsWith('inv')) this.#onSession(address, text, timeOfDay);
    else if (sender.startsWith('dlg')) this.#onReceived(address, text);
    else if (sender.startsWith('tsx')) this.#onTransaction(text);
    else if (sender === 'pjsua_call.c') this.#onCall(text);
    else if (sender === 'pjsua_acc.c') this.#onAccount(text, timeOfDay);
    else if (sender === 'pjsua_core.c') this.#onCore(text, timeOfDay);
  }

  message({ text }: LogLine, timeOfDay: number, bytes: Buffer): void {
    const [, way, method = '', id = ''] =
      /^([RT])X \d+ bytes (?:Request|Response) msg (?:\d{3}\/)?(\S+)\/cseq=\d+ \((\w+)\) /u.exec(text) ?? [];
    if (!telling.has(method)) return;
    const message = readMessage(way === 'T' ? 'sent' : 'received', bytes);
    if (message === undefined) return;

    this.#learnVersion(message);
    this.#registration.take(message);
    const call = this.#callOf(message);
    if (message.way === 'received') remember(this.#received, id, message.callId);
    const session = this.#sending.get(id);
    if (session !== undefined && message.way === 'sent') {
      this.#sending.delete(id);
      this.#bind(session, message.callId);
    }
    if (call !== undefined) this.#report(call.take(message), this.#at(timeOfDay));
  }

  #onSession(address: string, text: string, timeOfDay: number): void {
    const state = /^State changed from [A-Z]+ to ([A-Z]+), event=/u.exec(text)?.[1];
    if (state !== undefined) {
      const entered = inviteStates.get(state);
      if (entered !== undefined) this.#enter(address, entered, timeOfDay);
      return;
    }
    if (/^UA[CS] invite session created /u.test(text)) {
      this.#sessions.delete(address);
      return;
    }
    const sent = /^Sending Re(?:quest|sponse) msg \S+ \((\w+)\)$/u.exec(text)?.[1];
    if (sent !== undefined) remember(this.#sending, sent, address);
    else this.#onReceived(address, text);
  }

  /** A session or its dialog, which is at the same address, took a message that arrived. */
  #onReceived(address: string, text: string): void {
    const id = /^(?:Received|Got SDP \w+ in) Re(?:quest|sponse) msg \S+ \((\w+)\)/u.exec(text)?.[1];
    const callId = id === undefined ? undefined : this.#received.get(id);
    if (callId !== undefined) this.#bind(address, callId);
  }

  #onTransaction(text: string): void {
    const end = /^State changed from \w+ to Terminated, event=(\w+)$/u.exec(text)?.[1];
    if (end !== undefined) this.#transactionEnd = end;
  }

  #onCall(text: string): void {
    const dialled = /^Making call with acc #\d+ to (.+)$/u.exec(text)?.[1];
    if (dialled !== undefined) this.#dialled = dialled;
  }

  #onAccount(text: string, timeOfDay: number): void {
    const change = this.#registration.read(text);
    if (change !== undefined) {
      this.#emit({ type: 'registration', at: this.#at(timeOfDay), ...change, source: 'log' });
    }
  }

  #onCore(text: string, timeOfDay: number): void {
    if (text.startsWith('Shutting down')) this.#closing = true;
    else if (/^pjsua version \S+ for .* initialized$/u.test(text)) this.#onStack('started', timeOfDay);
    else if (text === 'PJSUA state changed: STARTING --> RUNNING' && !this.#started) {
      this.#onStack('started', timeOfDay);
    } else if (text.startsWith('PJSUA destroyed')) this.#onStack('ended', timeOfDay);
  }

  /** A stack knows nothing of the calls and addresses of the one before. */
  #onStack(state: 'started' | 'ended', timeOfDay: number): void {
    for (const known of [this.#calls, this.#sessions, this.#sending, this.#received]) known.clear();
    this.#registration = new RegistrationLog();
    this.#dialled = undefined;
    this.#transactionEnd = undefined;
    this.#closing = false;
    this.#started = state === 'started';
    this.#emit({ type: 'stack', at: this.#at(timeOfDay), state });
  }

  #callOf(message: LoggedMessage): LoggedCall | undefined {
    const known = this.#calls.get(message.callId);
    if (known !== undefined) return known;
    const call = LoggedCall.from(message, this.#version, this.#dialled);
    if (call === undefined) return undefined;
    if (message.way === 'sent' && message.status === undefined) this.#dialled = undefined;
    this.#calls.set(message.callId, call);
    if (this.#calls.size > mostAtOnce) this.#forgetCall();
    return call;
  }

  /** Forgets a call that came to nothing, since a flood of those must not make one forgotten that is up. */
  #forgetCall(): void {
    const [oldest] = this.#calls.keys();
    const [unseen = oldest] = [...this.#calls].flatMap(([callId, call]) => (call.seen ? [] : [callId]));
    if (unseen !== undefined) this.#calls.delete(unseen);
  }

  #bind(address: string, callId: string): void {
    const call = this.#calls.get(callId);
    const session = this.#sessions.get(address);
    if (call === undefined || session?.callId === callId) return;
    remember(this.#sessions, address, { callId, waiting: [] });
    for (const entered of session?.waiting ?? []) this.#enterCall(address, callId, call, entered);
  }

  #enter(address: string, state: InviteState, timeOfDay: number): void {
    const entered: EnteredState = { state, at: this.#at(timeOfDay), transactionEnd: this.#transactionEnd };
    const session = this.#sessions.get(address);
    const call = session?.callId === undefined ? undefined : this.#calls.get(session.callId);
    if (session?.callId !== undefined && call !== undefined) {
      this.#enterCall(address, session.callId, call, entered);
    } else if (state === 'DISCONNECTED') this.#sessions.delete(address);
    else {
      const waiting = [...(session?.waiting ?? []).slice(-8), entered];
      remember(this.#sessions, address, { callId: undefined, waiting });
    }
  }

  #enterCall(
    address: string,
    callId: string,
    call: LoggedCall,
    { at, state, transactionEnd }: EnteredState,
  ): void {
    this.#report(call.enter(state, transactionEnd, this.#closing), at);
    if (!call.ended) return;
    this.#calls.delete(callId);
    this.#sessions.delete(address);
  }

  #report(changes: readonly CallChange[], at: string): void {
    for (const change of changes) this.#emit({ type: 'call', at, ...change, source: 'log' });
  }

  /** Which version writes the log, and so how it takes callers, its own requests say. */
  #learnVersion({ headers, way }: LoggedMessage): void {
    if (way !== 'sent') return;
    const version = /^MicroSIP\/([\d.]+)/u.exec(headers.get('user-agent') ?? '')?.[1];
    if (version !== undefined && isVersion(version)) this.#version = behaviourVersionOf(version);
  }

  #at(timeOfDay: number): string {
    return this.#clock.instant(timeOfDay).toISOString();
  }
}

/** Puts an entry last, and forgets the oldest one when there are too many. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostAtOnce && oldest !== undefined) map.delete(oldest);
}

import {
  behaviourVersionOf,
  isVersion,
  newestVerifiedVersion,
  type VerifiedVersion,
} from '../../../catalogue/version.ts';
import type { LogEvent } from '../log-event.ts';
import type { LogReader } from './entry-scanner.ts';
import { type EnteredState, enteredState, InviteSessions } from './invite-sessions.ts';
import type { LogLine } from './log-line.ts';
import { type CallChange, LoggedCall } from './logged-call.ts';
import { mostAtOnce } from './recent-map.ts';
import { RegistrationLog } from './registration-log.ts';
import { type LoggedMessage, readMessage } from './sip-message.ts';

/** What gives the times of a log their day. */
export interface LogClock {
  see(timeOfDay: number): void;
  instant(timeOfDay: number): Date;
}

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
  #sessions = new InviteSessions();
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
    if (message.way === 'received') this.#sessions.arrived(id, message.callId);
    else this.#bind(this.#sessions.senderOf(id), message.callId);
    if (call !== undefined) this.#report(call.take(message), this.#at(timeOfDay));
  }

  #onSession(address: string, text: string, timeOfDay: number): void {
    const state = enteredState(text);
    if (state !== undefined) {
      this.#enter(address, { state, at: this.#at(timeOfDay), transactionEnd: this.#transactionEnd });
      return;
    }
    if (/^UA[CS] invite session created /u.test(text)) {
      this.#sessions.forget(address);
      return;
    }
    const sent = /^Sending Re(?:quest|sponse) msg \S+ \((\w+)\)$/u.exec(text)?.[1];
    if (sent !== undefined) this.#sessions.sends(address, sent);
    else this.#onReceived(address, text);
  }

  /** A session or its dialog, which is at the same address, took a message that arrived. */
  #onReceived(address: string, text: string): void {
    const id = /^(?:Received|Got SDP \w+ in) Re(?:quest|sponse) msg \S+ \((\w+)\)/u.exec(text)?.[1];
    if (id !== undefined) this.#bind(address, this.#sessions.callIdOf(id));
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
    this.#calls.clear();
    this.#sessions = new InviteSessions();
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

  #bind(address: string | undefined, callId: string | undefined): void {
    if (address === undefined || callId === undefined) return;
    const call = this.#calls.get(callId);
    if (call === undefined) return;
    for (const entered of this.#sessions.bind(address, callId)) {
      this.#enterCall(address, callId, call, entered);
    }
  }

  #enter(address: string, entered: EnteredState): void {
    const callId = this.#sessions.callIdAt(address);
    const call = callId === undefined ? undefined : this.#calls.get(callId);
    if (callId !== undefined && call !== undefined) this.#enterCall(address, callId, call, entered);
    else if (entered.state === 'DISCONNECTED') this.#sessions.forget(address);
    else this.#sessions.wait(address, entered);
  }

  #enterCall(
    address: string,
    callId: string,
    call: LoggedCall,
    { at, state, transactionEnd }: EnteredState,
  ): void {
    this.#report(call.enter(state, { transactionEnd, closing: this.#closing }), at);
    if (!call.ended) return;
    this.#calls.delete(callId);
    this.#sessions.forget(address);
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

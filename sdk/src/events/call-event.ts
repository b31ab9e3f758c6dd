/** Who called whom. */
export type CallDirection = 'outgoing' | 'incoming';

/** The life of a call: `calling` → `ringing` → `active` ⇄ `held` → `ended`, or `incoming` → `active` … */
export type CallProgress = 'calling' | 'ringing' | 'incoming' | 'active' | 'held' | 'ended';

/** A side of a call: this phone, or the other one. */
export type CallSide = 'local' | 'remote';

/** A blind transfer under way: the other side was asked to call somebody else, or asked this phone to. */
export interface CallTransfer {
  /** Who asked for it. */
  readonly by: CallSide;
  /** The address the call is to go to; remote text when the other side asked. */
  readonly target?: string;
  /** How the new call goes, as its SIP status: 100 is asked for, 180 rings, 200 is done, 300 and more failed. */
  readonly status?: number;
}

/** Why a call ended. */
export type EndReason = 'hung-up' | 'busy' | 'declined' | 'cancelled' | 'missed' | 'failed' | 'unknown';

/** What the phone as a whole is doing. */
export type PhonePresence = 'not-installed' | 'not-running' | 'unregistered' | 'idle' | 'in-call' | 'unknown';

/** Where an event was learned. `simulator` is the simulator's own word; MicroSIP itself has no such source. */
export type EventSource = 'log' | 'hook' | 'command' | 'process' | 'simulator';

/** A call entered a state. Fields that are not known are left out. */
export interface CallEvent {
  readonly type: 'call';
  /** ISO 8601 time. */
  readonly at: string;
  /** Tells calls apart; SIP's Call-ID. */
  readonly callId: string;
  readonly direction: CallDirection;
  readonly state: CallProgress;
  /** The user part of the remote address; remote text, to be treated as hostile. */
  readonly number?: string;
  /** The remote address; remote text. */
  readonly uri?: string;
  /** The display name; remote text. */
  readonly name?: string;
  /** Only with `ended`. */
  readonly reason?: EndReason;
  /** Only with `ended`: which side ended the call. */
  readonly endedBy?: CallSide;
  /** Only with `held`: which side holds the call; both can. */
  readonly heldBy?: CallSide | 'both';
  /** What became of a blind transfer of this call, in the event that tells it. */
  readonly transfer?: CallTransfer;
  /** The SIP status code, where one is known. */
  readonly status?: number;
  readonly source: EventSource;
}

/** The registration of the active account changed. */
export interface RegistrationEvent {
  readonly type: 'registration';
  /** ISO 8601 time. */
  readonly at: string;
  readonly state: 'registered' | 'refused' | 'unregistered';
  /** The account, as its address: `sip:101@pbx.example`. */
  readonly account?: string;
  /** The SIP status code of the registrar's answer, where one is known. */
  readonly status?: number;
  readonly source: EventSource;
}

/** The phone as a whole changed. */
export interface PhoneEvent {
  readonly type: 'phone';
  /** ISO 8601 time. */
  readonly at: string;
  readonly state: PhonePresence;
  readonly source: EventSource;
}

/** Everything the kit reports about a phone; one line of `microsip events`. */
export type MicroSipEvent = CallEvent | RegistrationEvent | PhoneEvent;

/** One call, as far as it is known; an entry of `microsip status`. */
export type CallState = Omit<CallEvent, 'type' | 'at' | 'source'> & {
  /** When the call was first seen. */
  readonly since: string;
  /** When it was answered. */
  readonly answeredAt?: string;
  /** Only with `ended`: when it ended. */
  readonly endedAt?: string;
};

/** The answer of `microsip status`. */
export interface PhoneStatus {
  readonly phone: PhonePresence;
  /** The calls there are. */
  readonly calls: readonly CallState[];
  /** The call that ended last, as far as it is known. */
  readonly lastCall?: CallState;
  readonly registration?: Omit<RegistrationEvent, 'type' | 'at' | 'source'>;
  /** Where this is known from; empty when nothing could be asked. */
  readonly sources: readonly EventSource[];
}

import type { HookKey } from '../catalogue/hook.ts';
import type { CommandEffect } from './command-effect.ts';

/** The states PJSIP names in its log. */
export type InviteState = 'CALLING' | 'INCOMING' | 'EARLY' | 'CONNECTING' | 'CONFIRMED' | 'DISCONNECTED';

/** A program the phone starts, and which of its threads waits for it, up to 10 s (facts C.3). */
export interface HookEffect {
  readonly do: 'hook';
  /** Number of this run; `hook-ended` answers with it. */
  readonly hook: number;
  readonly key: HookKey;
  readonly callId: string;
  /** The text appended to the command: caller or called number. Hostile text. */
  readonly argument: string;
  readonly file: string;
  readonly params: string;
  readonly blocks: PhoneThread;
}

/** The two threads of MicroSIP that matter: its windows, and its SIP stack's worker (facts C.1). */
export type PhoneThread = 'interface' | 'sip';

/** A row of the call history (facts F.1). */
export interface HistoryRow {
  readonly callId: string;
  readonly number: string;
  readonly name: string;
  /** 0 outgoing, 1 incoming, 2 missed, 3 answered elsewhere. */
  readonly type: 0 | 1 | 2 | 3;
  /** Unix seconds. */
  readonly time: number;
  /** Connected seconds. */
  readonly duration: number;
  readonly info: string;
}

/**
 * What the phone does: the effects of a command line, and what follows from calls and time. Two effects of a
 * command line mean work for whoever drives the model: `register` wants a `registration-answered`, and
 * `settingsSave` wants the profile entries of that moment written (`profileEntriesFrom`).
 */
export type PhoneEffect =
  | CommandEffect
  | HookEffect
  /** A call entered a state of PJSIP's; `status` is its last SIP status. */
  | {
      readonly do: 'callState';
      readonly callId: string;
      readonly state: InviteState;
      readonly status: number;
      /** The reason phrase of that status, where there is one. */
      readonly reason: string;
      /** With `DISCONNECTED`: the far end said that another phone took the call. */
      readonly answeredElsewhere?: true;
    }
  /** A SIP message leaves. */
  | { readonly do: 'send'; readonly callId: string; readonly message: OutgoingSip }
  | { readonly do: 'held'; readonly callId: string; readonly by: 'us' | 'far-end'; readonly held: boolean }
  | { readonly do: 'registered'; readonly accountId: number; readonly status: number }
  | { readonly do: 'unregistered'; readonly accountId: number }
  | { readonly do: 'historyInsert' | 'historyUpdate'; readonly row: HistoryRow }
  /** `[Dialed]` is written as a whole, newest first. */
  | { readonly do: 'dialedWrite'; readonly numbers: readonly string[] }
  /**
   * A message box that waits for a person; also what follows an `error`. Commands are still handled; no hook fires.
   */
  | { readonly do: 'modal'; readonly text: string }
  | { readonly do: 'balloon'; readonly text: string }
  /** The page of a build that is too old to start (facts K.1). */
  | { readonly do: 'openWebSite' }
  /** The process or program that handed over a command line no longer waits (facts B.2, A.6). */
  | { readonly do: 'senderReleased'; readonly sender: number }
  /** The process ends. */
  | { readonly do: 'exit' };

/** A SIP message the phone sends. */
export type OutgoingSip =
  | { readonly method: 'INVITE'; readonly uri: string }
  | { readonly method: 'CANCEL' }
  /** `warning` is the value of a Warning header. */
  | { readonly method: 'BYE'; readonly warning?: string }
  | { readonly method: 'RE-INVITE'; readonly hold: boolean }
  | { readonly method: 'REFER'; readonly target: string }
  /** `in-band` digits are sound, and no message of their own (facts A.8). */
  | { readonly method: 'DTMF'; readonly by: 'rfc2833' | 'in-band' | 'info'; readonly digits: string }
  | { readonly method: 'MESSAGE'; readonly uri: string; readonly text: string }
  /** `contact` and `diversion` belong to a 302; `reason` is the value of a Reason header. */
  | {
      readonly method: 'RESPONSE';
      readonly status: number;
      readonly contact?: string;
      readonly diversion?: string;
      readonly reason?: string;
    };

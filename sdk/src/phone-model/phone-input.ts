import type { PhoneSettings } from './phone-settings.ts';

/** What can happen to a phone. `at` is milliseconds since the epoch; the model has no clock of its own. */
export type PhoneInput = { readonly at: number } & PhoneEvent;

/** A {@link PhoneInput} without its time; what a plan of a far end consists of. */
export type PhoneEvent =
  | CommandLineInput
  | FarEndInput
  | UserInput
  /** Time has passed: whatever is due by `at` happens. Every other input does that as well, before its own. */
  | { readonly type: 'time' }
  /** The program a hook started has ended, or could not be started at all: MicroSIP does not tell them apart. */
  | { readonly type: 'hook-ended'; readonly hook: number }
  /**
   * A SIP status about the active account's registration: the answer to a pending one, or later news, such as a
   * refresh that timed out (408) and one that succeeded again (200).
   */
  | { readonly type: 'registration-answered'; readonly status: number }
  /**
   * The `[AccountN]` sections of the ini are others now. MicroSIP reads them when it needs them, except the active
   * account's, which it has read when it switched to it (facts D.3).
   */
  | { readonly type: 'accounts-edited'; readonly accounts: PhoneSettings['accounts'] }
  /** The SIP stack, whose creation had failed, runs after all (facts K.20). */
  | { readonly type: 'stack-started' };

/** A command line for a phone that runs. */
export interface CommandLineInput {
  readonly type: 'command-line';
  readonly tail: string;
  /**
   * `second-start`, the default: a second process was started with it, and treats some texts by itself (facts A.2).
   * `window-message`: it was posted to the window (facts B).
   */
  readonly by?: 'second-start' | 'window-message';
  /** Whether its questions are answered with yes, as they are unless told otherwise. */
  readonly answersYes?: boolean;
  /** A number for the process or program that waits; it comes back in `senderReleased`. */
  readonly sender?: number;
}

/** What the other side of a call, or of a call to be, does. `callId` is the SIP Call-ID. */
export type FarEndInput =
  | IncomingCall
  | { readonly type: 'far-end-ringing'; readonly callId: string }
  | { readonly type: 'far-end-answered'; readonly callId: string; readonly video?: boolean }
  /** Refuses an INVITE of ours, or the network does: a final SIP status from 300 up. */
  | {
      readonly type: 'far-end-refused';
      readonly callId: string;
      readonly status: number;
      readonly reason?: string;
    }
  /** BYE of an answered call, CANCEL of an incoming one that still rings. */
  | {
      readonly type: 'far-end-hung-up';
      readonly callId: string;
      /** The CANCEL says that another phone of the user took the call. */
      readonly answeredElsewhere?: boolean;
    }
  | { readonly type: 'far-end-held'; readonly callId: string; readonly held: boolean }
  /** Final answer to our REFER. */
  | { readonly type: 'transfer-answered'; readonly callId: string; readonly status: number };

/** An INVITE arrives. */
export interface IncomingCall {
  readonly type: 'incoming-call';
  readonly callId: string;
  /** The From header's value as the stack prints it, such as `"Ada" <sip:101@pbx.test>`. Hostile text. */
  readonly from: string;
  /** The called address, which `denyIncoming` looks at; without it, the active account's own. */
  readonly to?: string;
  /** Values of P-Asserted-Identity and Remote-Party-ID, raw. */
  readonly assertedIdentity?: string;
  readonly remotePartyId?: string;
  /** Headers that ask for automatic answering (facts G): the values of `X-AUTOANSWER` and `Call-Info`. */
  readonly autoAnswerHeader?: string;
  readonly callInfo?: string;
  readonly video?: boolean;
}

/** The buttons below the dial pad that are remembered in the ini. */
export type ToggleButton = 'DND' | 'AA' | 'FWD';

/** What a person does at the phone itself. */
export type UserInput =
  | { readonly type: 'user-answers'; readonly callId: string }
  | { readonly type: 'user-declines'; readonly callId: string }
  | { readonly type: 'user-hangs-up'; readonly callId: string }
  | { readonly type: 'user-selects-call'; readonly callId: string }
  | { readonly type: 'user-presses'; readonly button: ToggleButton }
  /** Moves a window, changes a tab or a column: the ini is rewritten 5 s later (facts D.3). */
  | { readonly type: 'user-arranges-window' }
  /** OK in the Settings dialog: the SIP stack is created anew, so all calls end (facts K.17). */
  | { readonly type: 'user-accepts-settings' }
  /** Presses "Send" behind the digits that a `/dtmf:…?` offered (facts A.8). */
  | { readonly type: 'user-sends-digits' }
  /** Closes the topmost message box. */
  | { readonly type: 'user-confirms' };

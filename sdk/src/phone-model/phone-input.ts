/** What can happen to a phone. `at` is milliseconds since the epoch; the model has no clock of its own. */
export type PhoneInput = { readonly at: number } & (
  | CommandLineInput
  | FarEndInput
  | UserInput
  /** Time has passed: whatever is due by `at` happens. */
  | { readonly type: 'time' }
  /** The program a hook started has ended. */
  | { readonly type: 'hook-ended'; readonly hook: number }
  /** The answer of the registrar to a pending registration: a SIP status code. */
  | { readonly type: 'registration-answered'; readonly status: number }
);

/** A second start handed over its raw command line. */
export interface CommandLineInput {
  readonly type: 'command-line';
  readonly tail: string;
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
  | { readonly type: 'far-end-hung-up'; readonly callId: string }
  | { readonly type: 'far-end-held'; readonly callId: string; readonly held: boolean }
  /** Final answer to our REFER. */
  | { readonly type: 'transfer-answered'; readonly callId: string; readonly status: number };

/** An INVITE arrives. */
export interface IncomingCall {
  readonly type: 'incoming-call';
  readonly callId: string;
  /** The From header's value as the stack prints it, such as `"Ada" <sip:101@pbx.test>`. Hostile text. */
  readonly from: string;
  /** Values of P-Asserted-Identity and Remote-Party-ID, raw. */
  readonly assertedIdentity?: string;
  readonly remotePartyId?: string;
  /** Headers that ask for automatic answering (facts G). */
  readonly autoAnswerHeader?: string;
  readonly callInfo?: string;
  readonly video?: boolean;
}

/** What a person does at the phone itself, where no command line exists. */
export type UserInput =
  | { readonly type: 'user-declines'; readonly callId: string }
  | { readonly type: 'user-hangs-up'; readonly callId: string }
  | { readonly type: 'user-selects-call'; readonly callId: string }
  | { readonly type: 'user-confirms' };

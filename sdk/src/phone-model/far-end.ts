import type { OutgoingSip } from './phone-effect.ts';
import type { FarEndInput, IncomingCall } from './phone-input.ts';

/** One act of a far end. `after` is the time in milliseconds since the act before it, or since the call began. */
export type FarEndStep = { readonly after: number } & FarEndAct;

/** What a far end can do. */
export type FarEndAct =
  | { readonly do: 'ring' }
  | { readonly do: 'answer'; readonly video?: boolean }
  /** A final SIP status from 300 up. */
  | { readonly do: 'refuse'; readonly status: number; readonly reason?: string }
  | { readonly do: 'hold' | 'resume' }
  | { readonly do: 'hang-up'; readonly answeredElsewhere?: boolean };

/** How those who are called behave. */
export interface FarEndRule {
  /**
   * The user part or the whole `user@host` of the dialled address, any case; `*` stands for any text and `?` for one character.
   */
  readonly dialled: string;
  /** What the far end does from the INVITE on. Empty: it never answers at all. */
  readonly steps: readonly FarEndStep[];
  /** Its answer to a REFER of ours; without it 200 at once. */
  readonly transfer?: { readonly after: number; readonly status: number };
}

/** A call that comes in by itself. */
export interface ScriptedIncomingCall extends Omit<IncomingCall, 'type' | 'callId'> {
  /** Milliseconds since the script began. */
  readonly at: number;
  /** Without it, one is made from the place in the script. */
  readonly callId?: string;
  /** What the caller does while it rings: `hang-up` gives up. `after` counts from the INVITE. */
  readonly whileRinging?: readonly FarEndStep[];
  /** What the caller does once the phone has answered. */
  readonly whenAnswered?: readonly FarEndStep[];
}

/** Far ends as data: typed JSON, without a clock and without chance. */
export interface FarEndScript {
  /** The first rule that matches decides; the {@link defaultFarEnd} where none does. */
  readonly rules?: readonly FarEndRule[];
  readonly incoming?: readonly ScriptedIncomingCall[];
}

/** A {@link FarEndInput} without its call, at a time. */
export interface TimedAct {
  /** Milliseconds since the plan began. */
  readonly at: number;
  readonly act: FarEndAct;
}

/** An event of a far end, at a time. */
export interface TimedFarEndEvent {
  /** Milliseconds since what it reacts to. */
  readonly after: number;
  readonly event: FarEndInput;
}

/**
 * What the far end will do when it is called: as the script says, else a number that is a SIP failure code
 * (400 to 699) ends with it, and every other rings at once and answers a second later.
 *
 * @param uri the address the INVITE goes to.
 */
export function planFarEnd(script: FarEndScript, uri: string, callId: string): readonly TimedFarEndEvent[] {
  throw new Error(`${JSON.stringify(script)} ${uri} ${callId}`);
}

/**
 * What the far end will do about a message of the phone's. A driver feeds it every `send` effect, and the events
 * back into the phone when their time has come.
 *
 * @param uri the remote address of the message's call.
 */
export function reactionOf(
  script: FarEndScript,
  call: { readonly callId: string; readonly uri: string },
  message: OutgoingSip,
): readonly TimedFarEndEvent[] {
  throw new Error(`${JSON.stringify(script)} ${call.uri} ${message.method}`);
}

/** The calls that come in by themselves, and what their callers do while they ring; times since the script began. */
export function planIncomingCalls(script: FarEndScript): readonly TimedFarEndEvent[] {
  throw new Error(JSON.stringify(script));
}

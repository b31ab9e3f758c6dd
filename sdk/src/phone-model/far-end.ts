import { matchesPattern } from './call/caller-pattern.ts';
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
   * The user part or the whole `user@host` of the dialled address, any case; `*` stands for any text, `?`
   * for one character, and a character after `^` may be missing.
   */
  readonly dialled: string;
  /** What the far end does from the INVITE on. Empty: it never answers at all. */
  readonly steps: readonly FarEndStep[];
  /** Its answer to a REFER of ours; without it 200 at once. */
  readonly transfer?: { readonly after: number; readonly status: number };
}

/** A call that comes in by itself: who calls, with which headers, and what they do. */
export interface ScriptedIncomingCall extends Omit<IncomingCall, 'type' | 'callId'> {
  /** Milliseconds since the script began. */
  readonly at: number;
  /** Without it, one is made from the place in the script. */
  readonly callId?: string;
  /** What the caller does while it rings, since the INVITE; `hang-up` gives up. */
  readonly whileRinging?: readonly FarEndStep[];
  /** What the caller does once the phone has answered, since the answer. */
  readonly whenAnswered?: readonly FarEndStep[];
}

/** Far ends as data: typed JSON, without a clock and without chance. */
export interface FarEndScript {
  /** The first rule that matches decides; see {@link planFarEnd} for where none does. */
  readonly rules?: readonly FarEndRule[];
  readonly incoming?: readonly ScriptedIncomingCall[];
}

/** An event of a far end, at a time. */
export interface TimedFarEndEvent {
  /** Milliseconds since what it reacts to. */
  readonly after: number;
  readonly event: FarEndInput;
}

/**
 * What the far end will do when it is called: as the script says, else a number that is a SIP failure code
 * (400 to 699) ends with it, and every other rings after a moment, and answers a second later.
 *
 * @param uri the address the INVITE goes to, such as `<sip:101@pbx.test>`.
 * @example
 * ```ts
 * planFarEnd({}, '<sip:486@pbx.test>', 'a84b4c');
 * // [{ after: 200, event: { type: 'far-end-refused', callId: 'a84b4c', status: 486 } }]
 * ```
 */
export function planFarEnd(script: FarEndScript, uri: string, callId: string): readonly TimedFarEndEvent[] {
  return timed(ruleFor(script, uri)?.steps ?? defaultSteps(uri), callId);
}

/**
 * What the far end will do about a message of the phone's. A driver feeds it every `send` effect, and the events
 * back into the phone when their time has come; those of a call that is over by then do no harm.
 *
 * @param call the message's call: its Call-ID, and the address of a dialled call.
 */
export function reactionOf(
  script: FarEndScript,
  call: { readonly callId: string; readonly uri: string },
  message: OutgoingSip,
): readonly TimedFarEndEvent[] {
  switch (message.method) {
    case 'INVITE':
      return planFarEnd(script, message.uri, call.callId);
    case 'REFER': {
      const { after, status } = ruleFor(script, call.uri)?.transfer ?? { after: 0, status: 200 };
      return [{ after, event: { type: 'transfer-answered', callId: call.callId, status } }];
    }
    case 'RESPONSE': {
      const answered = message.status >= 200 && message.status < 300;
      const caller = answered ? callerNamed(script, call.callId) : undefined;
      return timed(caller?.whenAnswered ?? [], call.callId);
    }
    default:
      return [];
  }
}

/** The calls that come in by themselves, and what their callers do while they ring; times since the script began. */
export function planIncomingCalls(script: FarEndScript): readonly TimedFarEndEvent[] {
  return (script.incoming ?? []).flatMap((scripted, index) => {
    const { at, callId = scriptedCallId(index), whileRinging = [] } = scripted;
    const event: IncomingCall = { type: 'incoming-call', callId, ...inviteOf(scripted) };
    return [{ after: at, event }, ...timed(whileRinging, callId, at)];
  });
}

function inviteOf(scripted: ScriptedIncomingCall): Omit<IncomingCall, 'type' | 'callId'> {
  const { at: _at, callId: _callId, whenAnswered: _then, whileRinging: _meanwhile, ...invite } = scripted;
  return invite;
}

/** How long a far end takes to notice a call, in milliseconds. */
const noticeMs = 200;

function defaultSteps(uri: string): readonly FarEndStep[] {
  const status = /^[4-6]\d\d$/u.exec(dialledParts(uri).user)?.[0];
  return status === undefined
    ? [
        { after: noticeMs, do: 'ring' },
        { after: 1000, do: 'answer' },
      ]
    : [{ after: noticeMs, do: 'refuse', status: Number(status) }];
}

function ruleFor(script: FarEndScript, uri: string): FarEndRule | undefined {
  const { address, user } = dialledParts(uri);
  return script.rules?.find(({ dialled }) => matches(dialled, user) || matches(dialled, address));
}

/** The user part and `user@host` of an address, without brackets, scheme and parameters. */
function dialledParts(uri: string): { readonly user: string; readonly address: string } {
  const address = uri
    .replace(/^.*<|>.*$/gsu, '')
    .replace(/^sips?:/iu, '')
    .replace(/[;?].*$/su, '');
  return { user: address.replace(/@.*$/su, ''), address };
}

function matches(pattern: string, text: string): boolean {
  return matchesPattern(pattern.toLowerCase(), text.toLowerCase());
}

function callerNamed(script: FarEndScript, callId: string): ScriptedIncomingCall | undefined {
  return script.incoming?.find((call, index) => (call.callId ?? scriptedCallId(index)) === callId);
}

function scriptedCallId(index: number): string {
  return `scripted-call-${String(index + 1)}`;
}

function timed(steps: readonly FarEndStep[], callId: string, start = 0): readonly TimedFarEndEvent[] {
  let after = start;
  return steps.map((step) => {
    after += step.after;
    return { after, event: farEndInput(step, callId) };
  });
}

/** What the phone learns when a far end acts. */
export function farEndInput(act: FarEndAct, callId: string): FarEndInput {
  switch (act.do) {
    case 'ring':
      return { type: 'far-end-ringing', callId };
    case 'answer':
      return { type: 'far-end-answered', callId, video: act.video ?? false };
    case 'refuse': {
      const { reason, status } = act;
      return { type: 'far-end-refused', callId, status, ...(reason !== undefined && { reason }) };
    }
    case 'hold':
    case 'resume':
      return { type: 'far-end-held', callId, held: act.do === 'hold' };
    case 'hang-up':
      return { type: 'far-end-hung-up', callId, answeredElsewhere: act.answeredElsewhere ?? false };
  }
}

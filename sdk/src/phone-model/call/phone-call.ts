import type { HistoryRow, InviteState } from '../phone-effect.ts';
import type { RemoteAddress } from '../sip-address/parse-remote-address.ts';

/** A call, as the SIP stack and MicroSIP's windows know it. */
export interface PhoneCall {
  /** The SIP Call-ID. */
  readonly callId: string;
  readonly direction: 'outgoing' | 'incoming';
  /** The address the INVITE went to, or the From header; hostile text when the call is incoming. */
  readonly uri: string;
  /** The other side, as MicroSIP takes it apart; hostile text when the call is incoming. */
  readonly remote: RemoteAddress;
  /** What the SIP stack says. The windows learn it later while a hook keeps them waiting (facts C.1). */
  readonly state: InviteState;
  /** Last SIP status, and its reason phrase. */
  readonly status: number;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** When it was CONFIRMED; null before. */
  readonly confirmedAt: number | null;
  /** When it was DISCONNECTED; null before. */
  readonly disconnectedAt: number | null;
  /** Whether the other side offers video. */
  readonly video: boolean;
  readonly heldByUs: boolean;
  readonly heldByFarEnd: boolean;
  /** False while `cmdIncomingCall` runs: nothing but the SIP stack knows the call yet. */
  readonly admitted: boolean;
  /** Whether we have sent what ends it: a final response, a CANCEL or a BYE. */
  readonly closing: boolean;
  /** Whether the call has, or had, a tab; only then a hook tells its end (facts C.1). */
  readonly tab: boolean;
  /** Whether the handler of a call's end has run, which it does once (facts C.1). */
  readonly endHandled: boolean;
  /** Its row of the call history; null before there is one. */
  readonly row: HistoryRow | null;
  /** Whether the far end said that another phone of the user took the call. */
  readonly answeredElsewhere: boolean;
  /** DTMF groups still to be sent, and when the next is due (facts A.7). */
  readonly dtmf: readonly string[];
  readonly dtmfAt: number | null;
  /** When `autoHangUpTime` ends it. */
  readonly hangUpAt: number | null;
  /** When the beep before an automatic answer is over. */
  readonly beepUntil: number | null;
}

/** What is known of a call when it begins. */
export type BeginningCall = Pick<
  PhoneCall,
  'callId' | 'direction' | 'uri' | 'remote' | 'state' | 'status' | 'reason' | 'startedAt' | 'video'
>;

/** A call at its beginning: one of ours has its tab at once, one that comes in is yet to be admitted (facts G). */
export function newCall(beginning: BeginningCall): PhoneCall {
  const outgoing = beginning.direction === 'outgoing';
  return {
    ...beginning,
    confirmedAt: null,
    disconnectedAt: null,
    heldByUs: false,
    heldByFarEnd: false,
    admitted: outgoing,
    closing: false,
    tab: outgoing,
    endHandled: false,
    row: null,
    answeredElsewhere: false,
    dtmf: [],
    dtmfAt: null,
    hangUpAt: null,
    beepUntil: null,
  };
}

/** Whether the SIP stack still has the call. */
export function isLive(call: PhoneCall): boolean {
  return call.state !== 'DISCONNECTED';
}

/** Whether MicroSIP's windows can act on it. */
export function isAtHand(call: PhoneCall): boolean {
  return isLive(call) && call.admitted && !call.closing;
}

/** Whether the call rings here and has not been answered. */
export function isRingingIn(call: PhoneCall): boolean {
  return call.direction === 'incoming' && (call.state === 'INCOMING' || call.state === 'EARLY');
}

/** Whether two calls have the same far end, as tabs and the check for a second call tell them apart (facts G, A.6). */
export function sameFarEnd(
  left: { readonly user: string; readonly domain: string },
  right: { readonly user: string; readonly domain: string },
): boolean {
  return left.user === right.user && left.domain === right.domain;
}

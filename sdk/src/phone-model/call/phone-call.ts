import type { InviteState } from '../phone-effect.ts';
import type { RemoteAddress } from '../sip-address/parse-remote-address.ts';

/** A call, as the SIP stack and MicroSIP's windows know it. */
export interface PhoneCall {
  /** The SIP Call-ID. */
  readonly callId: string;
  readonly direction: 'outgoing' | 'incoming';
  /** The address as it was dialled, or the From header; hostile text when the call is incoming. */
  readonly uri: string;
  /** The other side, as MicroSIP takes it apart; hostile text when the call is incoming. */
  readonly remote: RemoteAddress;
  /** The number as it is shown and logged. */
  readonly number: string;
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
  /** Whether the call has a tab. Calls that are refused before they ring have none, except in 3.20.5 (facts C.1). */
  readonly tab: boolean;
  /** Whether the incoming call has been answered by us, be it that the answer is still under way. */
  readonly answering: boolean;
  /** Whether the handler of a call's end has run, which does so once (facts C.1). */
  readonly endHandled: boolean;
  /** Whether the row of the call history was inserted. */
  readonly logged: boolean;
  /** DTMF groups still to be sent, and when the next is due (facts A.7). */
  readonly dtmf: readonly string[];
  readonly dtmfAt: number | null;
  /** When `autoHangUpTime` ends it. */
  readonly hangUpAt: number | null;
  /** When the beep before an automatic answer is over. */
  readonly beepUntil: number | null;
}

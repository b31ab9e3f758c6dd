import type { FarEndInput, IncomingCall } from '../phone-input.ts';

/** Something the SIP stack has to do, in its turn. */
export type SipStep =
  | { readonly step: 'far-end'; readonly input: FarEndInput }
  /** After `cmdIncomingCall`: whether the call may ring (facts G). */
  | { readonly step: 'admit'; readonly invite: IncomingCall }
  /** The far end acknowledged our 200. */
  | { readonly step: 'acknowledged'; readonly callId: string }
  /** What we sent has ended the call. */
  | { readonly step: 'gone'; readonly callId: string; readonly status: number; readonly reason: string }
  /** `autoHangUpTime` is over. */
  | { readonly step: 'time-up'; readonly callId: string }
  | { readonly step: 'registration'; readonly status: number };

import type { HookKey } from '../../catalogue/hook.ts';
import type { CallProgress, CallState } from '../call-event.ts';

/** A call, and what tells inputs about it from inputs about others. */
export interface TrackedCall {
  /** The call as it is reported. Its `callId` is the one it was reported with first, and never changes. */
  readonly state: CallState;
  /** SIP's Call-ID, once a source told it. */
  readonly sipCallId?: string;
  /** Whether it was heard of in the middle, so that it began earlier than is known. */
  readonly joinedLate: boolean;
  /** When the last thing happened to it, as an ISO 8601 time. */
  readonly at: string;
  /** The event hooks that told of it, in their order. */
  readonly hooks: readonly HookKey[];
  /** What the hooks call the other side, once one told of it. */
  readonly caller?: string;
  /**
   * Whether it is reported. MicroSIP announces calls that it then refuses by itself, without another word to hooks
   * (facts C.1); such a call is not reported until something more is heard of it.
   */
  readonly reported: boolean;
}

/** How far a call has come; it never goes back. */
export const distance: Readonly<Record<CallProgress, number>> = {
  calling: 0,
  ringing: 1,
  incoming: 1,
  active: 2,
  held: 2,
  ended: 3,
};

/** Whether the call is not over. */
export function isLive({ state }: TrackedCall): boolean {
  return state.state !== 'ended';
}

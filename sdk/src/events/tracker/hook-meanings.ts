import type { HookKey } from '../../catalogue/hook.ts';
import type { CallDirection, CallProgress } from '../call-event.ts';

/** What a hook tells of its call (facts C.1). Where both directions fire it, nothing is said of the direction. */
export interface HookMeaning {
  readonly state: CallProgress;
  readonly direction?: CallDirection;
}

/** What each hook tells of its call. */
export const hookMeanings: Readonly<Record<HookKey, HookMeaning>> = {
  cmdOutgoingCall: { state: 'calling', direction: 'outgoing' },
  cmdIncomingCall: { state: 'incoming', direction: 'incoming' },
  cmdCallRing: { state: 'incoming', direction: 'incoming' },
  cmdCallAnswer: { state: 'active', direction: 'incoming' },
  cmdCallAnswerVideo: { state: 'active', direction: 'incoming' },
  cmdCallStart: { state: 'active' },
  cmdCallBusy: { state: 'ended' },
  cmdCallEnd: { state: 'ended' },
};

import type { FarEndAct, PhoneState, UserInput } from 'microsip-sdk/phone-model';

type Call = PhoneState['calls'][number];

/** What a person at the phone can do about a call. */
export interface ActHere {
  readonly label: string;
  readonly type: Extract<UserInput, { readonly callId: string }>['type'];
}

/** What the other side of a call can do. */
export interface FarEndChoice {
  readonly label: string;
  readonly act: FarEndAct;
}

/** What a call is doing, in a word or two. */
export function callProgress(call: Call): string {
  const { direction, heldByFarEnd, heldByUs, state } = call;
  switch (state) {
    case 'CALLING':
      return 'calling';
    case 'INCOMING':
      return 'coming in';
    case 'EARLY':
      return direction === 'outgoing' ? 'rings there' : 'rings here';
    case 'CONNECTING':
      return 'connecting';
    case 'CONFIRMED':
      if (heldByUs) return heldByFarEnd ? 'held by both' : 'on hold';
      return heldByFarEnd ? 'held by the far end' : 'talking';
    case 'DISCONNECTED':
      return 'over';
  }
}

/** What either side can do about a call in its state. */
export function callActs(call: Call): {
  readonly here: readonly ActHere[];
  readonly farEnd: readonly FarEndChoice[];
} {
  const hangUp: FarEndChoice = { label: 'Hang up', act: { do: 'hang-up' } };
  if (call.state === 'CONFIRMED') {
    const hold: FarEndChoice = call.heldByFarEnd
      ? { label: 'Take back', act: { do: 'resume' } }
      : { label: 'Hold', act: { do: 'hold' } };
    return { here: [{ label: 'End', type: 'user-hangs-up' }], farEnd: [hangUp, hold] };
  }
  if (call.direction === 'incoming') {
    return {
      here: [
        { label: 'Answer', type: 'user-answers' },
        { label: 'Decline', type: 'user-declines' },
      ],
      farEnd: [{ label: 'Give up', act: { do: 'hang-up' } }],
    };
  }
  return {
    here: [{ label: 'Cancel', type: 'user-hangs-up' }],
    farEnd: [
      { label: 'Answer', act: { do: 'answer' } },
      { label: 'Busy', act: { do: 'refuse', status: 486 } },
      { label: 'Decline', act: { do: 'refuse', status: 603 } },
    ],
  };
}

import type { CommandName } from '../../contributions/commands.ts';
import { isCallStateOff, type SeenPhone } from '../phone/seen-phone.ts';

/** A command that a click on the status bar item can offer. */
export type SensibleAction = Extract<
  CommandName,
  | 'answer'
  | 'dial'
  | 'enableCallState'
  | 'exit'
  | 'hangUp'
  | 'holdOrResume'
  | 'muteMicrophone'
  | 'redial'
  | 'reject'
  | 'sendDtmf'
  | 'start'
  | 'transfer'
  | 'unmuteMicrophone'
>;

const forIncoming = ['answer', 'reject'] as const;
/** They leave calls alone that ring in. Nobody tells whether the microphone is mute. */
const forCall = [
  'hangUp',
  'holdOrResume',
  'muteMicrophone',
  'unmuteMicrophone',
  'transfer',
  'sendDtmf',
] as const;
const forNewCall = ['dial', 'redial'] as const;

/** The commands that make sense now, the likeliest first. Where nobody tells of calls, there may be some. */
export function sensibleActions(seen: SeenPhone): readonly SensibleAction[] {
  const { calls, phone } = seen.status;
  switch (phone) {
    case 'not-installed':
      // Its failure leads to the settings and to a simulated phone.
      return ['dial'];
    case 'not-running':
      return ['start', ...forNewCall];
    case 'unknown': {
      const enabling = isCallStateOff(seen) ? (['enableCallState'] as const) : [];
      return [...forNewCall, ...forIncoming, ...forCall, ...enabling, 'exit'];
    }
    default: {
      const states = calls.map(({ state }) => state).filter((state) => state !== 'ended');
      const isRinging = states.includes('incoming');
      const hasCall = states.some((state) => state !== 'incoming');
      const isAnswered = states.some((state) => state === 'active' || state === 'held');
      const forThese = forCall.filter((action) => action !== 'holdOrResume' || isAnswered);
      return [...(isRinging ? forIncoming : []), ...(hasCall ? forThese : []), ...forNewCall, 'exit'];
    }
  }
}

import type { PhoneAction } from '../../action/phone-action.ts';
import type { CallState } from '../call-event.ts';
import type { CommandEvent } from './tracker-input.ts';

/** How long after a command the hook of a call that it ended may run: hooks before it keep MicroSIP for 10 s each. */
const commandReachMs = 30_000;

/** Whether a command ends calls. */
export function endsCalls({ type }: PhoneAction): boolean {
  return type === 'hangup' || type === 'reject' || type === 'exit';
}

/** The command that ended a call, if one of ours did. */
export function endingCommand(
  commands: readonly CommandEvent[],
  call: CallState,
  endedAt: string,
): CommandEvent | undefined {
  return commands.find(({ at, action }) => {
    const elapsed = Date.parse(endedAt) - Date.parse(at);
    return elapsed >= 0 && elapsed <= commandReachMs && at >= call.since && ends(action, call);
  });
}

function ends(action: PhoneAction, { direction, answeredAt }: CallState): boolean {
  const ringsIn = direction === 'incoming' && answeredAt === undefined;
  if (action.type === 'exit') return true;
  if (action.type === 'reject') return ringsIn;
  if (action.type !== 'hangup') return false;
  switch (action.scope) {
    case 'all':
      return true;
    case 'incoming':
      return ringsIn;
    case 'calling':
      return direction === 'outgoing' && answeredAt === undefined;
    case 'talking':
    case undefined:
      return !ringsIn;
  }
}

import type { CallState, PhoneStatus } from 'microsip-sdk';

import type { Reaction } from '../incoming-call/incoming-call.ts';
import { callerWords } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { isOnHold } from '../status-bar/on-hold.ts';

/**
 * What comes of Hang Up at a call: MicroSIP can only be told to hang up all calls but those that ring in.
 *
 * @param call - as it was when it was drawn
 * @param status - what is so at the click
 * @param agreed - the calls for which it was asked and agreed to
 */
export function reactToHangUp(
  call: CallState,
  status: PhoneStatus,
  l10n: Localization,
  agreed: readonly CallState[] = [],
): Reaction {
  const affected = ownCalls(status);
  if (!isAmong(call, affected)) return tellOver(call, l10n);
  if (affected.every((each) => isAmong(each, [call, ...agreed]))) return { type: 'act' };
  const parties = affected.map((each) => callerWords(each, l10n)).join(', ');
  return { type: 'ask', message: l10n.t('MicroSIP hangs up all of these: {0}.', parties), affected };
}

/**
 * What comes of Hold or Resume at a call: MicroSIP can only be told to do the other of both, with the call in the
 * selected tab.
 */
export function reactToHold(
  call: CallState,
  status: PhoneStatus,
  l10n: Localization,
  agreed: readonly CallState[] = [],
): Reaction {
  const affected = ownCalls(status);
  const now = affected.find(({ callId }) => callId === call.callId);
  if (now === undefined) return tellOver(call, l10n);
  if (isOnHold(now) !== isOnHold(call)) return tellHeld(now, l10n);
  if (affected.every((each) => isAmong(each, [call, ...agreed]))) return { type: 'act' };
  const message = l10n.t(
    'MicroSIP does this with the call whose tab is selected in its window, which may be another.',
  );
  return { type: 'ask', message, affected };
}

/** The calls of the user's own making: dialled or answered. */
function ownCalls({ calls }: PhoneStatus): readonly CallState[] {
  return calls.filter(({ state }) => state !== 'incoming' && state !== 'ended');
}

function isAmong({ callId }: CallState, calls: readonly CallState[]): boolean {
  return calls.some((other) => other.callId === callId);
}

/** Hold would take it off hold by now, or Resume put it there. */
function tellHeld(call: CallState, l10n: Localization): Reaction {
  const farEnd = callerWords(call, l10n);
  const message = isOnHold(call)
    ? l10n.t('The call with {0} is on hold already.', farEnd)
    : l10n.t('The call with {0} is not on hold any more.', farEnd);
  return { type: 'tell', message };
}

function tellOver(call: CallState, l10n: Localization): Reaction {
  const { direction } = call;
  const farEnd = callerWords(call, l10n);
  const message =
    direction === 'incoming'
      ? l10n.t('The call from {0} is over.', farEnd)
      : l10n.t('The call to {0} is over.', farEnd);
  return { type: 'tell', message };
}

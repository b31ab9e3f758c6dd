import type { CallState, PhoneStatus } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { farEndOf, remoteText } from '../remote-text.ts';

/** The calls that wait for an answer, the one that rang first before the others. */
export function ringingCalls({ calls }: PhoneStatus): readonly CallState[] {
  return calls.filter(({ state }) => state === 'incoming');
}

/** Who calls: the number first, as a name is what the caller likes to be called. */
export function callerWords(call: CallState, l10n: Localization): string {
  const farEnd = farEndOf(call) ?? l10n.t('unknown');
  const name = remoteText(call.name ?? '');
  return name === '' || name === farEnd ? farEnd : `${farEnd} · ${name}`;
}

/** What comes of a click on Answer or Reject. */
export type Reaction =
  /** It can be done. */
  | { readonly type: 'act' }
  /** It cannot; nothing is done. */
  | { readonly type: 'tell'; readonly message: string }
  /** It would do more or other than was clicked, so it is asked for. */
  | { readonly type: 'ask'; readonly message: string };

/**
 * What comes of Answer in the notification of a call: MicroSIP can only be told to answer the call that rang first.
 *
 * @param call - as it was when the notification came
 * @param status - what is so at the click
 */
export function reactToAnswer(call: CallState, status: PhoneStatus, l10n: Localization): Reaction {
  const ringing = ringingCalls(status);
  const [first] = ringing;
  if (first === undefined || !isAmong(call, ringing)) return tellGone(call, status, l10n);
  if (first.callId === call.callId) return { type: 'act' };
  const caller = callerWords(first, l10n);
  return { type: 'ask', message: l10n.t('MicroSIP answers the call that rang first: {0}.', caller) };
}

/** What comes of Reject in the notification of a call: MicroSIP can only be told to reject every call that rings in. */
export function reactToReject(call: CallState, status: PhoneStatus, l10n: Localization): Reaction {
  const ringing = ringingCalls(status);
  if (!isAmong(call, ringing)) return tellGone(call, status, l10n);
  if (ringing.length === 1) return { type: 'act' };
  const callers = ringing.map((each) => callerWords(each, l10n)).join(', ');
  return { type: 'ask', message: l10n.t('MicroSIP rejects every call that rings: {0}.', callers) };
}

function tellGone(call: CallState, status: PhoneStatus, l10n: Localization): Reaction {
  const caller = callerWords(call, l10n);
  const message = isAmong(call, status.calls)
    ? l10n.t('The call from {0} was answered already.', caller)
    : l10n.t('The call from {0} is over.', caller);
  return { type: 'tell', message };
}

function isAmong({ callId }: CallState, calls: readonly CallState[]): boolean {
  return calls.some((other) => other.callId === callId && other.state !== 'ended');
}

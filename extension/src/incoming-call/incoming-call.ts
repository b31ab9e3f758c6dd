import type { CallState, PhoneStatus } from 'microsip-sdk';

import { callerWords } from '../known-callers.ts';
import type { Localization } from '../localization.ts';

/** The calls that wait for an answer, the one that rang first before the others. */
export function ringingCalls({ calls }: PhoneStatus): readonly CallState[] {
  return calls.filter(({ state }) => state === 'incoming');
}

/** What a look at the phone comes to, for who tells of each call once. */
export interface CallsToTell {
  readonly fresh: readonly CallState[];
  /** The ids of all calls that were told of, as far as that still matters. */
  readonly told: ReadonlySet<string>;
}

/** The calls that ring and were not told of. While nothing is known of the phone, a call may ring on. */
export function callsToTell(status: PhoneStatus, told: ReadonlySet<string>): CallsToTell {
  if (status.sources.length === 0) return { fresh: [], told };
  const ringing = ringingCalls(status);
  return {
    fresh: ringing.filter(({ callId }) => !told.has(callId)),
    told: new Set(ringing.map(({ callId }) => callId)),
  };
}

/** What comes of a click on Answer or Reject. */
export type Reaction =
  /** It can be done. */
  | { readonly type: 'act' }
  /** It cannot; nothing is done. */
  | { readonly type: 'tell'; readonly message: string }
  /** It would do more or other than was clicked, so it is asked for, for the calls that it would affect. */
  | { readonly type: 'ask'; readonly message: string; readonly affected: readonly CallState[] };

/**
 * What comes of Answer in the notification of a call: MicroSIP can only be told to answer the call that rang first.
 *
 * @param call - as it was when the notification came
 * @param status - what is so at the click
 * @param agreed - the calls for which it was asked and agreed to
 */
export function reactToAnswer(
  call: CallState,
  status: PhoneStatus,
  l10n: Localization,
  agreed: readonly CallState[] = [],
): Reaction {
  const affected = ringingCalls(status).slice(0, 1);
  return react({ call, status, agreed, affected }, l10n, () =>
    l10n.t('MicroSIP answers the call that rang first: {0}.', callersWords(affected, l10n)),
  );
}

/**
 * What comes of Reject in the notification of a call: MicroSIP can only be told to reject every call that rings in.
 *
 * @param call - as it was when the notification came
 * @param status - what is so at the click
 * @param agreed - the calls for which it was asked and agreed to
 */
export function reactToReject(
  call: CallState,
  status: PhoneStatus,
  l10n: Localization,
  agreed: readonly CallState[] = [],
): Reaction {
  const affected = ringingCalls(status);
  return react({ call, status, agreed, affected }, l10n, () =>
    l10n.t('MicroSIP rejects every call that rings: {0}.', callersWords(affected, l10n)),
  );
}

interface Click {
  readonly call: CallState;
  readonly status: PhoneStatus;
  readonly agreed: readonly CallState[];
  readonly affected: readonly CallState[];
}

function react(
  { call, status, agreed, affected }: Click,
  l10n: Localization,
  question: () => string,
): Reaction {
  const meant = [call, ...agreed];
  if (!meant.some((each) => isAmong(each, ringingCalls(status)))) return tellGone(call, status, l10n);
  if (affected.every((each) => isAmong(each, meant))) return { type: 'act' };
  return { type: 'ask', message: question(), affected };
}

function callersWords(calls: readonly CallState[], l10n: Localization): string {
  return calls.map((call) => callerWords(call, l10n)).join(', ');
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

import type { CallState } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { shortCallerWords, type KnownCallers } from '../known-callers.ts';
import { isCallStateOff, type SeenPhone } from '../phone/seen-phone.ts';
import { callWords } from './call-words.ts';
import { phoneWords } from './phone-words.ts';
import { pressingCalls } from './pressing-calls.ts';
import { runningSince, runningTime } from './running-time.ts';

/** What the status bar says about the phone. */
export interface StatusText {
  /** With icons, as the status bar draws them. */
  readonly text: string;
  /** What a screen reader says: in words, and without the running time, which would never let it be quiet. */
  readonly label: string;
  /** Whether someone waits for an answer. */
  readonly isUrgent: boolean;
  /** When the time that the text shows began, in Unix milliseconds. */
  readonly runningSince?: number;
}

/**
 * The phone in a few words: the most pressing call, or else what the phone does. `undefined` before the first look, when
 * there is nothing to say.
 *
 * @param now - Unix milliseconds
 * @param contacts - the names that the user's own contacts have for the other sides. No other name is shown here, where
 * there is no room to say whose word it is
 */
export function statusText(
  seen: SeenPhone,
  now: number,
  l10n: Localization,
  contacts: KnownCallers = new Map(),
): StatusText | undefined {
  const [first, ...others] = pressingCalls(seen.status);
  if (first !== undefined) {
    const { name: _claimed, ...farEnd } = first;
    const words = callWords(first, l10n, shortCallerWords(farEnd, l10n, contacts.get(first.callId)));
    return callText(first, words, others.length, now, l10n);
  }
  const text = phoneText(seen, l10n);
  if (text === undefined) return undefined;
  return { text, label: l10n.t('MicroSIP: {0}', phoneWords(seen, l10n)), isUrgent: false };
}

function callText(
  call: CallState,
  words: string,
  others: number,
  now: number,
  l10n: Localization,
): StatusText {
  const andOthers = others === 0 ? '' : ` +${others}`;
  const text = `$(${callIcon(call)}) ${words}`;
  const label = others === 0 ? words : l10n.t('{0}, and {1} more', words, others);
  const said = { label: l10n.t('MicroSIP: {0}', label), isUrgent: call.state === 'incoming' };
  const since = runningSince(call);
  if (since === undefined) return { text: text + andOthers, ...said };
  return { text: `${text} ${runningTime(now - since)}${andOthers}`, ...said, runningSince: since };
}

function callIcon({ state, direction }: CallState): string {
  return state === 'held' ? 'debug-pause' : `call-${direction}`;
}

/** Quiet: a bare icon while all is well. */
function phoneText(seen: SeenPhone, l10n: Localization): string | undefined {
  const { phone, registration, sources } = seen.status;
  switch (phone) {
    case 'idle':
    case 'in-call':
      return '$(call-outgoing)';
    case 'not-installed':
      return `$(circle-slash) ${l10n.t('No MicroSIP')}`;
    case 'not-running':
      return `$(circle-slash) MicroSIP`;
    case 'unregistered':
      return `$(call-outgoing) ${registration?.state === 'refused' ? l10n.t('Refused') : l10n.t('Unregistered')}`;
    case 'unknown':
      if (seen.trouble !== undefined) return '$(call-outgoing) $(warning)';
      if (isCallStateOff(seen)) return '$(call-outgoing) $(eye-closed)';
      return sources.length === 0 ? undefined : '$(call-outgoing)';
  }
}

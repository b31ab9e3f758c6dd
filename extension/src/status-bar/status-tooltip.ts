import type { CallState, PhoneStatus } from 'microsip-sdk';

import { escapeMarkdown } from '../escape-markdown.ts';
import { nameWords, type KnownCallers } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { isCallStateOff, type SeenPhone } from '../phone/seen-phone.ts';
import { remoteText } from '../remote-text.ts';
import { callWords } from './call-words.ts';
import { phoneWords } from './phone-words.ts';
import { pressingCalls } from './pressing-calls.ts';

/**
 * What is known of the phone, line by line. It shows no running time: a hover that is drawn anew every second cannot be
 * read.
 *
 * @param contacts - the names that the user's own contacts have for the other sides of calls, by the ids of the calls
 */
export function tooltipLines(
  seen: SeenPhone,
  l10n: Localization,
  contacts: KnownCallers = new Map(),
): readonly string[] {
  const calls = pressingCalls(seen.status);
  return [
    l10n.t('MicroSIP: {0}', phoneWords(seen, l10n)),
    ...calls.map((call) => callLine(call, l10n, contacts.get(call.callId))),
    ...registrationLines(seen.status, l10n),
    ...(calls.length === 0 ? lastCallLines(seen.status, l10n) : []),
    ...hintLines(seen, l10n),
    l10n.t('Click for what can be done now.'),
  ];
}

/** The lines as Markdown in which nothing but the first line's weight is a mark. */
export function tooltipMarkdown(lines: readonly string[]): string {
  const [heading = '', ...others] = lines.map(escapeMarkdown);
  return [`**${heading}**`, ...others].join('\n\n');
}

function callLine(call: CallState, l10n: Localization, contact: string | undefined): string {
  const known = [...nameWords(call, contact, l10n), remoteText(call.uri ?? '')].filter((text) => text !== '');
  return [callWords(call, l10n), ...new Set(known)].join(' · ');
}

function registrationLines({ registration }: PhoneStatus, l10n: Localization): string[] {
  if (registration?.account === undefined) return [];
  const account = remoteText(registration.account);
  switch (registration.state) {
    case 'registered':
      return [l10n.t('Account: {0}, registered', account)];
    case 'refused':
      return [l10n.t('Account: {0}, registration refused', account)];
    case 'unregistered':
      return [l10n.t('Account: {0}, not registered', account)];
  }
}

function lastCallLines({ lastCall }: PhoneStatus, l10n: Localization): string[] {
  return lastCall === undefined ? [] : [l10n.t('Last call: {0}', callWords(lastCall, l10n))];
}

function hintLines(seen: SeenPhone, l10n: Localization): string[] {
  if (isCallStateOff(seen)) {
    return [
      l10n.t('Nothing tells of calls: MicroSIP writes no log and has no hooks. Commands work all the same.'),
    ];
  }
  return [];
}

import type { CallState } from 'microsip-sdk';

import type { Localization } from './localization.ts';
import { farEndOf, remoteText, type FarEnd } from './remote-text.ts';

/** Whose number it is, as the user's own contacts have it; nothing for a stranger's. */
export type NameOf = (number: string) => Promise<string | undefined>;

/** The names that the user's own contacts have for the other sides of calls, by the ids of the calls. */
export type KnownCallers = ReadonlyMap<string, string>;

/** Looks the other sides of calls up in the user's own contacts. */
export async function knownCallers(calls: readonly CallState[], nameOf: NameOf): Promise<KnownCallers> {
  const found = new Map<string, string>();
  await Promise.all(
    calls.map(async ({ callId, number, uri }) => {
      const address = number ?? uri;
      const name = address === undefined ? undefined : await nameOf(address);
      if (name !== undefined) found.set(callId, name);
    }),
  );
  return found;
}

/**
 * Who the other side is besides its number: the user's own contact, told apart from what the other side likes to be
 * called, where that is another name.
 *
 * @param longest - as long as a name may be, in characters
 */
export function nameWords(
  { name }: Pick<FarEnd, 'name'>,
  contact: string | undefined,
  l10n: Localization,
  longest?: number,
): readonly string[] {
  const known = remoteText(contact ?? '', longest);
  const claimed = remoteText(name ?? '', longest);
  return [known === '' ? '' : l10n.t('your contact {0}', known), claimed === known ? '' : claimed].filter(
    (words) => words !== '',
  );
}

/**
 * Who the other side is: the number first, as a name is what it likes to be called.
 *
 * @param contact - the name that the user's own contacts have for the number
 */
export function callerWords(farEnd: FarEnd, l10n: Localization, contact?: string): string {
  const first = farEndOf(farEnd) ?? l10n.t('unknown');
  return [...new Set([first, ...nameWords(farEnd, contact, l10n)])].join(' · ');
}

/**
 * The same where there is little room: the number with the contact's name, or with the one that the other side likes, which
 * stands in quotation marks.
 */
export function shortCallerWords(farEnd: FarEnd, l10n: Localization, contact?: string): string {
  const first = farEndOf(farEnd) ?? l10n.t('unknown');
  const known = remoteText(contact ?? '');
  const claimed = remoteText(farEnd.name ?? '');
  const name = known === '' ? claimed : known;
  if (name === '' || name === first) return first;
  return `${first} · ${known === '' ? l10n.t('“{0}”', claimed) : known}`;
}

import type { CallState } from 'microsip-sdk';

import type { Localization } from './localization.ts';
import { remoteText } from './remote-text.ts';

/** Whose number it is, as the user's own contacts have it; nothing for a stranger's. */
export type NameOf = (number: string) => Promise<string | undefined>;

/** The names that the user's own contacts have for the other sides of calls, by the ids of the calls. */
export async function knownCallers(
  calls: readonly CallState[],
  nameOf: NameOf,
): Promise<ReadonlyMap<string, string>> {
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
 */
export function nameWords(
  { name }: Pick<CallState, 'name'>,
  contact: string | undefined,
  l10n: Localization,
): readonly string[] {
  const known = remoteText(contact ?? '');
  const claimed = remoteText(name ?? '');
  return [known === '' ? '' : l10n.t('your contact {0}', known), claimed === known ? '' : claimed].filter(
    (words) => words !== '',
  );
}

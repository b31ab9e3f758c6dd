import { checkTarget, sameNumber, type CallState, type MicroSip } from 'microsip-sdk';

import type { BookContact } from '../contacts/book-contact.ts';

/** Somebody who can be called. Number and name are text of unknown origin. */
export interface Suggestion {
  readonly kind: 'recent' | 'contact';
  readonly target: string;
  readonly name: string | undefined;
  /** The workspace folder that a contact comes from; the others are the user's own. */
  readonly folder?: string | undefined;
}

/** As many numbers as are offered again. */
export const mostRecent = 10;

/** The calls that are looked at for different numbers. */
const mostLookedAt = 50;

/**
 * Whom the phone talked to last, each once and the latest first; only who can be dialled.
 *
 * @param without - a number that is not offered
 */
export async function suggestRecent(phone: MicroSip, without?: string): Promise<readonly Suggestion[]> {
  const calls = await phone.history.list({ limit: mostLookedAt });
  const latest = new Map<string, (typeof calls)[number]>();
  for (const call of calls) if (!latest.has(call.number)) latest.set(call.number, call);
  return [...latest.values()]
    .map(({ number, name }) => suggestion('recent', number, name))
    .filter((each) => isOffered(each, without))
    .slice(0, mostRecent);
}

/**
 * Contacts as suggestions, by their names; only who can be dialled.
 *
 * @param without - a number that is not offered
 */
export function suggestContacts(contacts: readonly BookContact[], without?: string): readonly Suggestion[] {
  const { compare } = new Intl.Collator();
  return contacts
    .map(({ folder, name, target }) => ({ ...suggestion('contact', target, name), folder }))
    .filter((each) => isOffered(each, without))
    .sort((left, right) => compare(left.name ?? left.target, right.name ?? right.target));
}

function suggestion(kind: Suggestion['kind'], target: string, name: string | undefined): Suggestion {
  return { kind, target, name: name === '' || name === target ? undefined : name };
}

function isOffered({ target }: Suggestion, without: string | undefined): boolean {
  return checkTarget(target).ok && (without === undefined || !sameNumber(target, without));
}

/** The other side of the call that is transferred, to which it cannot be; nothing where several calls could be meant. */
export function otherSide(calls: readonly CallState[]): string | undefined {
  const [call, ...others] = calls.filter(({ state }) => state !== 'incoming' && state !== 'ended');
  return others.length === 0 ? (call?.number ?? call?.uri) : undefined;
}

import { checkTarget, sameNumber, type CallRecord, type CallState, type MicroSip } from 'microsip-sdk';

import type { BookContact } from '../contacts/book-contact.ts';
import { shortCallerWords } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { remoteText } from '../remote-text.ts';

/** Somebody who can be called. Nothing in its words means anything to VS Code. */
export interface Suggestion {
  readonly target: string;
  readonly label: string;
  readonly description: string;
  /** Whether somebody else may have written it, in a file of the workspace. */
  readonly isFromWorkspace: boolean;
}

/** As many numbers as are offered again. */
export const mostRecent = 10;

/** The calls that are looked at for different numbers. */
const mostLookedAt = 50;

/**
 * With whom the phone talked last, each once and the latest first; only who can be dialled.
 *
 * @param without - a number that is not offered
 */
export async function recentCalls(phone: MicroSip, without?: string): Promise<readonly CallRecord[]> {
  const calls = await phone.history.list({ limit: mostLookedAt });
  const latest = new Map<string, CallRecord>();
  for (const call of calls) if (!latest.has(call.number)) latest.set(call.number, call);
  return [...latest.values()].filter(({ number }) => isOffered(number, without)).slice(0, mostRecent);
}

/**
 * Calls as suggestions, as the view Recent shows them.
 *
 * @param nameOf - the name that the user's own contacts have for a number
 */
export function suggestRecent(
  calls: readonly Pick<CallRecord, 'name' | 'number'>[],
  l10n: Localization,
  nameOf: (number: string) => string | undefined,
): readonly Suggestion[] {
  return calls.map((call) => ({
    target: call.number,
    label: shortCallerWords(call, l10n, nameOf(call.number)),
    description: '',
    isFromWorkspace: false,
  }));
}

/**
 * Contacts as suggestions, by their names; only who can be dialled.
 *
 * @param without - a number that is not offered
 */
export function suggestContacts(contacts: readonly BookContact[], without?: string): readonly Suggestion[] {
  const { compare } = new Intl.Collator();
  return contacts
    .filter(({ target }) => isOffered(target, without))
    .map(suggestContact)
    .sort((left, right) => compare(left.label, right.label));
}

function suggestContact({ folder, name, source, target }: BookContact): Suggestion {
  const number = remoteText(target);
  const label = remoteText(name) || number;
  const description = [label === number ? '' : number, remoteText(folder ?? '')];
  return {
    target,
    label,
    description: description.filter((text) => text !== '').join(' · '),
    isFromWorkspace: source === 'workspace',
  };
}

function isOffered(target: string, without: string | undefined): boolean {
  return checkTarget(target).ok && (without === undefined || !sameNumber(target, without));
}

/** The other side of the call that is transferred, to which it cannot be; nothing where several calls could be meant. */
export function otherSide(calls: readonly CallState[]): string | undefined {
  const [call, ...others] = calls.filter(({ state }) => state !== 'incoming' && state !== 'ended');
  return others.length === 0 ? (call?.number ?? call?.uri) : undefined;
}

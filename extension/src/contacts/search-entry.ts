import { ContactSearch, sameNumber, type SearchableContact } from 'microsip-sdk';

import type { BookContact } from './book-contact.ts';

/** What a contact is found by, with the contact. */
export interface SearchEntry extends SearchableContact {
  readonly contact: BookContact;
}

/** A search among contacts of any source: where they come from is nothing they are found by. */
export function contactSearch(contacts: readonly BookContact[]): ContactSearch<SearchEntry> {
  return new ContactSearch(
    contacts.map((contact): SearchEntry => {
      const {
        file: _file,
        folder: _folder,
        source: _source,
        starred: _starred,
        target,
        ...details
      } = contact;
      return { ...details, number: target, contact };
    }),
  );
}

/** The contact with a number, in any notation; the first of several. */
export function contactWithNumber(
  search: ContactSearch<SearchEntry>,
  number: string,
): BookContact | undefined {
  // Those with that number are found before all others.
  const [best] = search.find(number);
  const numbers = [best?.number, best?.phone, best?.mobile];
  const isTheirs = numbers.some((other) => other !== undefined && sameNumber(other, number));
  return isTheirs ? best?.contact : undefined;
}

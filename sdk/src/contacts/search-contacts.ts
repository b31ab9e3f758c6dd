import { ContactSearch, type SearchableContact } from './contact-search.ts';

/** The contacts that a text can mean, best first, as {@link ContactSearch} finds them. */
export function searchContacts<Found extends SearchableContact>(
  contacts: readonly Found[],
  text: string,
): readonly Found[] {
  return new ContactSearch(contacts).find(text);
}

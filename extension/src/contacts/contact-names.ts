import type { ContactSearch } from 'microsip-sdk';

import type { BookContact } from './book-contact.ts';
import { contactSearch, contactWithNumber, type SearchEntry } from './search-entry.ts';

/** The names that contacts have for numbers, each looked for once. */
export class ContactNames {
  readonly #search: ContactSearch<SearchEntry>;
  readonly #known = new Map<string, string | undefined>();

  constructor(contacts: readonly BookContact[]) {
    this.#search = contactSearch(contacts);
  }

  /** The name of the contact with a number, in any notation. */
  nameOf(number: string): string | undefined {
    if (!this.#known.has(number)) {
      this.#known.set(number, contactWithNumber(this.#search, number)?.name);
    }
    return this.#known.get(number);
  }
}

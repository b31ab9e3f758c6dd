import type { Clock } from '../clock.ts';
import type { BookContact } from './book-contact.ts';
import type { ContactBook } from './contact-book.ts';

/** Contacts that an editor draws without delay. */
const mostOffered = 500;

/** The next key often comes sooner. */
const typingPauseMs = 80;

/**
 * The contacts that an input offers: all of them, whatever is typed; of too many for that, those that the typed text can
 * mean, as soon as typing pauses.
 */
export class ContactOffers {
  readonly #book: Pick<ContactBook, 'all' | 'search'>;
  readonly #show: (contacts: readonly BookContact[]) => void;
  readonly #clock: Clock;
  #typed: string;
  #isSearching = false;
  #cancelSearch: (() => void) | undefined;
  #isDisposed = false;

  /** @param typed - what stands in the input from the beginning */
  constructor(
    book: Pick<ContactBook, 'all' | 'search'>,
    show: (contacts: readonly BookContact[]) => void,
    clock: Clock,
    typed: string,
  ) {
    this.#book = book;
    this.#show = show;
    this.#clock = clock;
    this.#typed = typed;
  }

  /** Shows the first offers. */
  async begin(): Promise<void> {
    const all = await this.#book.all();
    this.#isSearching = all.length > mostOffered;
    if (this.#isSearching) await this.#search();
    else this.#offer(all);
  }

  /** Takes in what stands in the input now. */
  type(text: string): void {
    this.#typed = text;
    this.#cancelSearch?.();
    if (this.#isSearching && !this.#isDisposed) {
      this.#cancelSearch = this.#clock.after(typingPauseMs, () => void this.#search());
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelSearch?.();
  }

  async #search(): Promise<void> {
    const text = this.#typed;
    const found = text.trim() === '' ? [] : await this.#book.search(text);
    // An answer to what is typed now is on its way.
    if (text === this.#typed) this.#offer(found.slice(0, mostOffered));
  }

  #offer(contacts: readonly BookContact[]): void {
    if (!this.#isDisposed) this.#show(contacts);
  }
}

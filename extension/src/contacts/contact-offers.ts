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
  #begun: Promise<void> | undefined;
  #isOffered = false;
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

  /** Whether the contacts that fit what stands in the input now are shown. */
  get isOffered(): boolean {
    return this.#isOffered;
  }

  /** Shows the first offers. */
  begin(): Promise<void> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  /** Shows the contacts that fit what stands in the input now, without waiting for typing to pause. */
  async hurry(): Promise<void> {
    this.#cancelSearch?.();
    await this.begin();
    if (!this.#isOffered) await this.#search();
  }

  /** Takes in what stands in the input now. */
  type(text: string): void {
    this.#typed = text;
    this.#cancelSearch?.();
    if (this.#isSearching && !this.#isDisposed) {
      this.#isOffered = false;
      this.#cancelSearch = this.#clock.after(typingPauseMs, () => void this.#search());
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelSearch?.();
  }

  async #begin(): Promise<void> {
    const all = await this.#book.all();
    this.#isSearching = all.length > mostOffered;
    if (this.#isSearching) await this.#search();
    else this.#offer(all);
  }

  async #search(): Promise<void> {
    const text = this.#typed;
    const found = text.trim() === '' ? [] : await this.#book.search(text);
    // An answer to what is typed now is on its way.
    if (text === this.#typed) this.#offer(found.slice(0, mostOffered));
  }

  #offer(contacts: readonly BookContact[]): void {
    if (this.#isDisposed) return;
    this.#isOffered = true;
    this.#show(contacts);
  }
}

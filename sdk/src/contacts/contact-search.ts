import { foldText, wordsOf } from '../target/name-match.ts';
import { digitsOf, numberMatcher } from '../target/number-match.ts';
import type { Contact, ContactDetails } from './contact.ts';

/** What a contact is found by. */
export type SearchableContact = Pick<Contact, 'name' | 'number'> & ContactDetails;

/** Fewer digits are part of nearly every number. */
const shortestPart = 3;

/** Two ways of writing a number differ in front; this much of its end rules out nearly every other number. */
const comparedEnd = 4;

/**
 * Finds contacts, over and over among the same: what a search compares is made ready once.
 *
 * @example
 * ```ts
 * const search = new ContactSearch(await phone.contacts.list());
 * search.find('lovel'); // Ada Lovelace
 * ```
 */
export class ContactSearch<Found extends SearchableContact> {
  readonly #entries: readonly Entry<Found>[];

  /** @param contacts - among whom to search; they are taken as they are now */
  constructor(contacts: readonly Found[]) {
    this.#entries = contacts.map((contact) => new Entry(contact));
  }

  /**
   * The contacts that a text can mean, best first: those with that number in any notation; those with that name; those
   * with words that begin like the words of the text; numbers that the digits are a part of; then any other detail.
   * Case and diacritics do not matter. Among equals the order stays.
   */
  find(text: string): readonly Found[] {
    const ranks = ranksFor(text);
    const found = ranks.map((): Found[] => []);
    for (const entry of this.#entries) {
      const rank = ranks.findIndex((fits) => fits(entry));
      found[rank]?.push(entry.contact);
    }
    return found.flat();
  }
}

/** A contact with what is compared of it, made at the first comparison. */
class Entry<Found extends SearchableContact> {
  readonly contact: Found;
  #numbers: readonly WrittenNumber[] | undefined;
  #name: string | undefined;
  #nameWords: readonly string[] | undefined;
  #details: string | undefined;
  #detailWords: readonly string[] | undefined;

  constructor(contact: Found) {
    this.contact = contact;
  }

  get numbers(): readonly WrittenNumber[] {
    const { mobile, number, phone } = this.contact;
    return (this.#numbers ??= [number, phone, mobile]
      .filter((text) => text !== undefined)
      .map((text) => ({ text, digits: digitsOf(text) })));
  }

  get name(): string {
    return (this.#name ??= foldText(this.contact.name.trim()));
  }

  get nameWords(): readonly string[] {
    const { firstname = '', lastname = '', name } = this.contact;
    return (this.#nameWords ??= wordsOf(`${name} ${firstname} ${lastname}`));
  }

  get details(): string {
    return (this.#details ??= foldText(textsOf(this.contact)));
  }

  get detailWords(): readonly string[] {
    return (this.#detailWords ??= wordsOf(textsOf(this.contact)));
  }
}

interface WrittenNumber {
  readonly text: string;
  /** Nothing if it is a name. */
  readonly digits: string;
}

type Fits = (entry: Entry<SearchableContact>) => boolean;

function ranksFor(text: string): readonly Fits[] {
  const folded = foldText(text.trim());
  if (folded === '') return [];
  const digits = digitsOf(text);
  const words = wordsOf(text);
  const isNumber = numberMatcher(text);
  const beginAll = (known: readonly string[]): boolean =>
    words.length > 0 && words.every((word) => known.some((other) => other.startsWith(word)));
  return [
    ({ numbers }) => numbers.some((number) => canBeSame(number.digits, digits) && isNumber(number.text)),
    ({ name }) => name === folded,
    ({ nameWords }) => beginAll(nameWords),
    ({ numbers }) =>
      digits.length >= shortestPart && numbers.some((number) => number.digits.includes(digits)),
    ({ detailWords }) => beginAll(detailWords),
    ({ details }) => details.includes(folded),
  ];
}

/** Rules out at little cost what is no way of writing the same number. */
function canBeSame(left: string, right: string): boolean {
  const end = Math.min(comparedEnd, left.length, right.length);
  return end === 0 ? left === right : left.slice(-end) === right.slice(-end);
}

function textsOf(contact: SearchableContact): string {
  return Object.values(contact)
    .filter((value: unknown) => typeof value === 'string')
    .join('\n');
}

import { foldText, nameMatcher } from '../target/name-match.ts';
import { digitsOf, numberMatcher } from '../target/number-match.ts';
import type { Contact } from './contact.ts';

/** Fewer digits are part of nearly every number. */
const shortestPart = 3;

/**
 * The contacts that a text can mean, best first: those with that number in any notation; those with that name; those
 * with words that begin like the words of the text; numbers that the digits are a part of; then any other detail.
 * Case and diacritics do not matter. Among equals the order stays.
 */
export function searchContacts(contacts: readonly Contact[], text: string): readonly Contact[] {
  const ranks = ranksFor(text);
  return contacts
    .map((contact) => ({ contact, rank: ranks.findIndex((fits) => fits(contact)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((left, right) => left.rank - right.rank)
    .map(({ contact }) => contact);
}

function ranksFor(text: string): readonly ((contact: Contact) => boolean)[] {
  const isNumber = numberMatcher(text);
  const isName = nameMatcher(text);
  const folded = foldText(text.trim());
  if (folded === '') return [];
  const digits = digitsOf(text);
  const numbersOf = ({ mobile = '', number, phone = '' }: Contact): readonly string[] => [
    number,
    phone,
    mobile,
  ];
  const namesOf = ({ firstname = '', lastname = '', name }: Contact): string =>
    `${name} ${firstname} ${lastname}`;
  const detailsOf = (contact: Contact): string =>
    Object.values(contact)
      .filter((value) => typeof value === 'string')
      .join('\n');
  return [
    (contact) => numbersOf(contact).some(isNumber),
    (contact) => foldText(contact.name.trim()) === folded,
    (contact) => isName(namesOf(contact)),
    (contact) =>
      digits.length >= shortestPart && numbersOf(contact).some((number) => digitsOf(number).includes(digits)),
    (contact) => isName(detailsOf(contact)),
    (contact) => foldText(detailsOf(contact)).includes(folded),
  ];
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Contact } from '../../../sdk/src/contacts/contact.ts';
import { ContactSearch } from '../../../sdk/src/contacts/contact-search.ts';
import { searchContacts } from '../../../sdk/src/contacts/search-contacts.ts';
import { sameNumber } from '../../../sdk/src/target/number-match.ts';

const contact = (number: string, name: string, details: Partial<Contact> = {}): Contact => ({
  number,
  name,
  presence: false,
  starred: false,
  directory: false,
  ...details,
});

const contacts = [
  contact('5550101', 'Adam West'),
  contact('101', 'Łukasz Müller'),
  contact('+49 30 1234567', 'Ada Lovelace', { email: 'countess@example.com', mobile: '0171/7654321' }),
  contact('alice@pbx.test', 'Alice', { comment: 'sits with Ada, room 101', city: 'Weißenburg' }),
  contact('102', 'Ada'),
];

describe('searching contacts', () => {
  const searches: readonly (readonly [string, readonly string[]])[] = [
    ['101', ['Łukasz Müller', 'Adam West', 'Alice']],
    ['sip:101@pbx.test', ['Łukasz Müller', 'Adam West']],
    ['004930/1234567', ['Ada Lovelace']],
    ['+49 171 7654321', ['Ada Lovelace']],
    ['ada', ['Ada', 'Adam West', 'Ada Lovelace', 'Alice']],
    ['MULLER lukasz', ['Łukasz Müller']],
    ['lovel ad', ['Ada Lovelace']],
    ['alice@pbx.test', ['Alice']],
    ['weissen', ['Alice']],
    ['countess@example', ['Ada Lovelace']],
    ['654', ['Ada Lovelace']],
    ['velace', ['Ada Lovelace']],
    ['nobody', []],
    ['', []],
    ['  ', []],
    ['12', ['Ada Lovelace']],
  ];
  for (const [text, names] of searches) {
    it(`finds ${names.length} by ${JSON.stringify(text)}, best first`, () => {
      assert.deepEqual(
        searchContacts(contacts, text).map(({ name }) => name),
        names,
      );
    });
  }

  it('finds who has the number, whatever way it is written', () => {
    const written = fc
      .array(
        fc.constantFrom(
          ...Array.from('0123456789+*#() -./x@'),
          'ext. 12',
          'sip:',
          'tel:',
          '(0)',
          '00',
          '@pbx.test',
        ),
        {
          maxLength: 14,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 8 }), written, (numbers, wanted) => {
        const book = numbers.map((number, index) => contact(number, `N${index}`));
        const found = new Set(searchContacts(book, wanted));
        for (const one of book) {
          if (sameNumber(wanted, one.number)) assert.ok(found.has(one), `${wanted} is ${one.number}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same at every search', () => {
    const search = new ContactSearch(contacts);
    for (const [text] of [...searches, ...searches]) {
      assert.deepEqual(search.find(text), searchContacts(contacts, text));
    }
  });
});

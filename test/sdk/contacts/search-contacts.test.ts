import assert from 'node:assert/strict';
import type { Contact } from '../../../sdk/src/contacts/contact.ts';
import { searchContacts } from '../../../sdk/src/contacts/search-contacts.ts';

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
});

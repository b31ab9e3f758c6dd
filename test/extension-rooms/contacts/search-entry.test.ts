import assert from 'node:assert/strict';

import type { BookContact } from '../../../extension/src/contacts/book-contact.ts';
import { contactSearch, contactWithNumber } from '../../../extension/src/contacts/search-entry.ts';

const ada: BookContact = {
  source: 'microsip',
  name: 'Ada',
  target: '+49 30 1234567',
  mobile: '0171 2345678',
};
const bob: BookContact = { source: 'microsip', name: 'Bob', target: '101' };
const carol: BookContact = { source: 'microsip', name: '5550102', target: 'carol' };

describe('the contact with a number', () => {
  const search = contactSearch([ada, bob, carol]);

  it('is found by each of its numbers, in any notation', () => {
    for (const number of ['030/1234567', 'sip:+49301234567@pbx.test;user=phone', '+491712345678']) {
      assert.equal(contactWithNumber(search, number), ada);
    }
    assert.equal(contactWithNumber(search, 'sip:101@pbx.test'), bob);
  });

  it('is nobody who is found by a part of a number, or by a name that a caller has', () => {
    for (const number of ['1234', '5550102', '7101', 'Ada', '']) {
      assert.equal(contactWithNumber(search, number), undefined);
    }
  });
});

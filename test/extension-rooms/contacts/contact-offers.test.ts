import assert from 'node:assert/strict';

import type { BookContact } from '../../../extension/src/contacts/book-contact.ts';
import { ContactOffers } from '../../../extension/src/contacts/contact-offers.ts';
import { StandingClock } from '../../support/extension/standing-clock.ts';

function contacts(count: number): readonly BookContact[] {
  return Array.from({ length: count }, (_, index) => ({
    source: 'microsip',
    name: `Person ${index}`,
    target: String(index),
  }));
}

describe('the contacts that an input offers', () => {
  let clock: StandingClock;
  let shown: string[][];
  let asked: string[];

  beforeEach(() => {
    clock = new StandingClock();
    shown = [];
    asked = [];
  });

  function offersOf(all: readonly BookContact[], typed = ''): ContactOffers {
    const book = {
      all: () => Promise.resolve(all),
      search: (text: string) => {
        asked.push(text);
        return Promise.resolve(all.filter(({ name }) => name.includes(text)));
      },
    };
    return new ContactOffers(book, (found) => shown.push(found.map(({ name }) => name)), clock, typed);
  }

  const settled = (): Promise<void> => new Promise(setImmediate);

  it('are all of them whatever is typed, as the editor filters', async () => {
    const offers = offersOf(contacts(500));
    await offers.begin();
    offers.type('7');
    clock.goOn(1_000);
    await settled();
    assert.deepEqual(
      shown.map(({ length }) => length),
      [500],
    );
    assert.deepEqual(asked, []);
  });

  it('are, of too many, those that what is typed can mean, asked for once typing pauses', async () => {
    const offers = offersOf(contacts(10_000));
    await offers.begin();
    assert.deepEqual(shown, [[]]);
    for (const text of ['9', '99', '999', '9999']) offers.type(text);
    clock.goOn(80);
    await settled();
    assert.deepEqual(asked, ['9999']);
    assert.deepEqual(shown.at(-1), ['Person 9999']);
  });

  it('are never more than can be drawn at once', async () => {
    const offers = offersOf(contacts(10_000), 'Person');
    await offers.begin();
    assert.equal(shown.at(-1)?.length, 500);
  });

  it('are not shown for a text that is not there any more, nor once the input is closed', async () => {
    const offers = offersOf(contacts(10_000));
    await offers.begin();
    offers.type('9999');
    clock.goOn(80);
    offers.type('1234');
    await settled();
    assert.deepEqual(shown, [[]]);
    offers.dispose();
    clock.goOn(80);
    await settled();
    assert.deepEqual(shown, [[]]);
  });

  it('are those for what is typed without a pause where somebody waits for them', async () => {
    const offers = offersOf(contacts(10_000));
    void offers.begin();
    offers.type('9999');
    assert.equal(offers.isOffered, false);
    await offers.hurry();
    assert.equal(offers.isOffered, true);
    assert.deepEqual(shown.at(-1), ['Person 9999']);
    offers.type('9998');
    assert.equal(offers.isOffered, false);
    await offers.hurry();
    assert.deepEqual(shown.at(-1), ['Person 9998']);
    assert.equal(clock.waiting.size, 0);
  });
});

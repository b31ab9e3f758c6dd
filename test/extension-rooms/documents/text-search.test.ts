import assert from 'node:assert/strict';

import { mostFound, partLength, TextSearch } from '../../../extension/src/documents/text-search.ts';
import { findDialable } from '../../../extension/src/numbers/find-dialable.ts';
import { readReference } from '../numbers/reference.ts';

const kinds = ['link', 'number'] as const;

describe('looking through a text', () => {
  it('finds in many turns what is found at once', async () => {
    const text = readReference('tuned')
      .map((file) => file.text)
      .join('\n\n')
      .repeat(8);
    assert.ok(text.length > 200_000, `${text.length}`);
    const { found } = await findDialable(text, { region: 'DE' });
    assert.deepEqual(
      (await new TextSearch().find(text, { region: 'DE', kinds })).map(({ start, text: written }) => [
        start,
        written,
      ]),
      found.map(({ start, text: written }) => [start, written]),
    );
  });

  it('finds a number once that lies where one part ends and the next begins', async () => {
    const number = '+49 30 23125 100';
    for (let start = partLength - number.length - 1; start <= partLength + 1; start++) {
      const text = `${' '.repeat(start)}${number} and tel:101`;
      const found = await new TextSearch().find(text, { region: undefined, kinds });
      assert.deepEqual(
        found.map(({ start: place, text: written }) => [place, written]),
        [
          [start, number],
          [start + number.length + 5, 'tel:101'],
        ],
      );
    }
  });

  it('lets others have their turn', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    let time = 0;
    const text = 'from 2024-01-15\n'.repeat(10_000);
    await new TextSearch().find(text, { region: 'DE', kinds, now: () => time++ });
    isOver = true;
    assert.ok(turns >= 10, `${turns} turns`);
  });

  it('ends when nobody waits for the answer, with what it has', async () => {
    let looks = 0;
    let time = 0;
    const found = await new TextSearch().find('tel:101\n'.repeat(100_000), {
      region: undefined,
      kinds,
      isCancelled: () => ++looks === 1,
      now: () => time++,
    });
    assert.equal(looks, 1);
    assert.ok(found.length > 0 && found.length < mostFound, `${found.length}`);
  });

  it('ends when it takes too long, with what it has', async () => {
    const text = '030 23125 100\n'.repeat(100_000);
    let time = 0;
    // Every look at the clock is a second later.
    const found = await new TextSearch().find(text, { region: 'DE', kinds, now: () => (time += 1000) });
    assert.ok(found.length > 0 && found.length < 5000, `${found.length}`);
  });

  it('ends when there is more than can be shown', async () => {
    const found = await new TextSearch().find('tel:101 '.repeat(mostFound + 1), { region: undefined, kinds });
    assert.equal(found.length, mostFound);
  });

  it('looks at a part alone', async () => {
    const text = 'tel:101 tel:102 tel:103';
    const found = await new TextSearch().find(text, { region: undefined, kinds, from: 9, to: 10 });
    assert.deepEqual(
      found.map(({ text: written }) => written),
      ['tel:102'],
    );
  });
});

import assert from 'node:assert/strict';

import { findDialable, type DialableOptions } from '../../../extension/src/numbers/find-dialable.ts';
import { KnownNumbers } from '../../../extension/src/numbers/known-numbers.ts';

async function textsIn(text: string, options: DialableOptions = { region: 'DE' }): Promise<string[]> {
  const { found } = await findDialable(text, options);
  for (const { start, end, text: written } of found) assert.equal(text.slice(start, end), written);
  return found.map(({ text: written }) => written);
}

describe('finding what can be dialled', () => {
  it('says where it is, what would be dialled, where that is and how it is written abroad', async () => {
    const { found } = await findDialable('Zentrale: 030/23125 100.', { region: 'DE' });
    assert.equal(found.length, 1);
    const [number] = found;
    assert.deepEqual(
      [number?.kind, number?.start, number?.end, number?.text],
      ['number', 10, 23, '030/23125 100'],
    );
    assert.equal(number?.check.ok === true && number.check.target.display, '03023125100');
    assert.equal(number?.region, 'DE');
    assert.equal(number.international, '+49 30 23125100');
  });

  it('dials nothing else than is shown: what is written, and not what the region would make of it', async () => {
    const { found } = await findDialable('Call (415) 555-0132', { region: 'US' });
    assert.equal(found[0]?.check.ok === true && found[0].check.target.commandLine, '4155550132');
  });

  const links: readonly (readonly [text: string, found: string])[] = [
    ['[call](tel:+493012345) now', 'tel:+493012345'],
    ['<a href="TEL:+49-(30)-123;ext=5">', 'TEL:+49-(30)-123;ext=5'],
    ['see tel:101, or ask', 'tel:101'],
    ['**tel:*97#**', 'tel:*97#'],
    ['(sip:ada@example.com)', 'sip:ada@example.com'],
    ['Contact: <sip:100@10.0.0.1:5062;transport=tcp>;expires=60', 'sip:100@10.0.0.1:5062;transport=tcp'],
    ['sip:ada@[2001:db8::1]:5060.', 'sip:ada@[2001:db8::1]:5060'],
    ["'callto:ada.lovelace'", 'callto:ada.lovelace'],
    ['dial callto://+33142685300!', 'callto://+33142685300'],
    ['url=tel:%2B4930123', 'tel:%2B4930123'],
  ];
  for (const [text, found] of links) {
    it(`finds the link of ${text}`, async () => assert.deepEqual(await textsIn(text), [found]));
  }

  it('finds a link that MicroSIP refuses when it is the scheme that it refuses, and says why', async () => {
    const { found } = await findDialable('sips:ada@example.com');
    assert.equal(found[0]?.check.ok === false && found[0].check.error.refusal, 'secure-scheme');
  });

  for (const text of [
    'hotel:4711 and motel:12',
    'config = { sip: true, tel:number, sip:server }',
    'dial(`tel:${number}`, "sip:${user}@host", "sip:%s@%s")',
    'udp/sip:5060 or sip:5060',
    'tel: none',
    'data-tel:123456',
    'tel:+4930\u200b12345',
    'sip:ada\u202e@example.com',
    '\u202etel:101',
  ]) {
    it(`takes nothing in ${JSON.stringify(text)} for a link`, async () =>
      assert.deepEqual(await textsIn(text), []));
  }

  it('does not find the number inside a link again', async () => {
    assert.deepEqual(await textsIn('tel:+493023125100 +493023125101'), [
      'tel:+493023125100',
      '+493023125101',
    ]);
    assert.deepEqual(await textsIn('tel:+493023125100', { region: 'DE', kinds: ['number'] }), []);
  });

  it('finds one kind alone', async () => {
    const text = '030 23125 100 sip:ada@example.com';
    assert.deepEqual(await textsIn(text, { region: 'DE', kinds: ['link'] }), ['sip:ada@example.com']);
    assert.deepEqual(await textsIn(text, { region: 'DE', kinds: ['number'] }), ['030 23125 100']);
  });

  it('finds only international numbers without a region, or with one that is none', async () => {
    const text = 'Tel. 030 23125 100, +49 30 23125 101';
    for (const region of [undefined, 'XX', 'constructor']) {
      assert.deepEqual(await textsIn(text, { region }), ['+49 30 23125 101'], region);
    }
  });

  it('tells several numbers in a row apart', async () => {
    assert.deepEqual(await textsIn('+49 30 23125 100 0171 39200 11 / 0221 4710 123'), [
      '+49 30 23125 100',
      '0171 39200 11',
      '0221 4710 123',
    ]);
  });

  it('lets words decide about digits alone: of the line, of the key, of the column, of the heading', async () => {
    for (const text of [
      'call 4155550132',
      '"workPhone": "4155550132", "id": 4155550133',
      'name;phone;id\nAda;4155550132;4155550133\n',
      'mobile:\n  - 4155550132\nids:\n  - 4155550133\n',
      '4155550132 (mobile)',
      '\u{1F4DE} 4155550132',
    ]) {
      assert.deepEqual(await textsIn(text, { region: 'US' }), ['4155550132'], text);
    }
    assert.deepEqual(await textsIn('order 4155550132 of customer 4155550133', { region: 'US' }), []);
  });

  it('reads digits of other scripts', async () => {
    assert.deepEqual(await textsIn('هاتف +٤٩ ٣٠ ٢٣١٢٥١٠٠'), ['+٤٩ ٣٠ ٢٣١٢٥١٠٠']);
    assert.deepEqual(await textsIn('電話：０３-１２３４-５６７８', { region: 'JP' }), [
      '０３-１２３４-５６７８',
    ]);
  });

  it('finds no number that is shown otherwise than it is dialled', async () => {
    for (const text of [
      '\u202e+49 30 23125 100',
      'Tel \u202d030 23125 100',
      '+49 30\u200b23125100',
      '+49 30 231\u00ad25100',
    ]) {
      assert.deepEqual(await textsIn(text), [], JSON.stringify(text));
    }
    assert.deepEqual(await textsIn('\u202eabc\n+49 30 23125 100'), ['+49 30 23125 100']);
  });

  it('lets a hostile name beside a number be no part of it', async () => {
    assert.deepEqual(await textsIn('[030 23125 100](command:evil) ](tel:+4930123]('), [
      '030 23125 100',
      'tel:+4930123',
    ]);
  });

  it('looks at a part of the text as it would at the whole', async () => {
    const text = 'phone;id\n030 23125 100;1\n030 23125 101;2\n030 23125 102;3\n';
    const from = text.indexOf('101');
    assert.deepEqual(await textsIn(text, { region: 'DE', from, to: from + 1 }), ['030 23125 101']);
  });

  it('ends when the time is up, and says where to go on', async () => {
    const text = '030 23125 100 and sip:ada@example.com\n'.repeat(2_000);
    let looks = 0;
    const first = await findDialable(text, { region: 'DE', isTimeUp: () => ++looks > 2 });
    assert.ok(first.searchedTo > 0 && first.searchedTo < text.length, `${first.searchedTo}`);
    const second = await findDialable(text, { region: 'DE', from: first.searchedTo });
    assert.equal(second.searchedTo, text.length);
    const all = await findDialable(text, { region: 'DE' });
    const starts = new Set([...first.found, ...second.found].map(({ start }) => start));
    assert.equal(starts.size, all.found.length);
  });

  for (const written of [
    'tel:101 ',
    'tel:sip:',
    '+49 1 ',
    '+1 030 10 030 1234 a ',
    '1 ',
    '1',
    '030/1 - 040/2 x ',
  ])
    it(`gets on without time, and no further than it must, in many "${written}"`, async () => {
      const text = written.repeat(5000);
      const from = 2000;
      const { searchedTo } = await findDialable(text, { region: 'DE', from, isTimeUp: () => true });
      assert.ok(searchedTo > from && searchedTo <= from + 1024, `${searchedTo}`);
    });

  it('finds the same with what it learned before', async () => {
    const knownNumbers = new KnownNumbers();
    const text = '030 23125 100, 0171 39200 11; not 030 1';
    const first = await textsIn(text, { region: 'DE', knownNumbers });
    assert.deepEqual(await textsIn(text, { region: 'DE', knownNumbers }), first);
    assert.deepEqual(await textsIn(text, { region: 'US', knownNumbers }), []);
  });
});

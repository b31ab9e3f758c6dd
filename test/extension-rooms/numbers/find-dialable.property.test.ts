import assert from 'node:assert/strict';

import fc from 'fast-check';

import { findDialable } from '../../../extension/src/numbers/find-dialable.ts';
import { readReference } from './reference.ts';

/** What numbers, links, lookalikes and traps are made of. */
const piece = fc.oneof(
  fc.constantFrom('030 23125 100', '+49 30 23125 100', '(415) 555-0132', '0171/39200 11', '01 42 68 53 00'),
  fc.constantFrom(
    ...['4155550132', '2024-01-15', '1.2.3.4', '550e8400-e29b-41d4-a716-446655440000'],
    ...[
      'tel:',
      'sip:',
      'ada@example.com',
      '10.0.0.1',
      '](',
      '[',
      '(',
      ')',
      '+',
      '-',
      '/',
      ' ',
      '  ',
      '\n',
      '\r\n',
    ],
    ...[
      'phone: ',
      'id=',
      '"',
      '<',
      '>',
      ',',
      ';',
      '\t',
      '\u202e',
      '\u200b',
      '\u00a0',
      '\ud83d',
      '\u{1F4DE}',
      '٣٤٥',
    ],
  ),
  fc.stringMatching(/^\d{1,12}$/u),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const document = fc
  .tuple(fc.array(piece, { maxLength: 20 }), fc.constantFrom('', ' ', ', ', '\n'))
  .map(([pieces, separator]) => pieces.join(separator));
const region = fc.constantFrom('DE', 'US', 'FR', undefined);

describe('finding what can be dialled, in any text', () => {
  it('names places of the text, in order and apart, that no control or hidden character is in', () =>
    fc.assert(
      fc.asyncProperty(document, region, async (text, from) => {
        const { found, searchedTo } = await findDialable(text, { region: from });
        assert.equal(searchedTo, text.length);
        let last = 0;
        for (const { start, end, text: written } of found) {
          assert.ok(start >= last && end > start);
          assert.equal(text.slice(start, end), written);
          assert.doesNotMatch(written, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
          last = end;
        }
      }),
      { numRuns: 500 },
    ));

  it('dials the digits that are written, and no others', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(document, region, async (text, from) => {
        const { found } = await findDialable(text, { region: from, kinds: ['number'] });
        for (const { text: written, check } of found) {
          looked++;
          assert.ok(check.ok && check.target.kind === 'number');
          const shown = written.replace('(0)', '').replaceAll(/\P{Nd}/gu, '');
          if (/^\d*$/u.test(shown)) assert.equal(check.target.number.replace('+', ''), shown);
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(looked > 100, `${looked} numbers`);
  });

  it('finds in a part what it finds there in the whole', () => {
    const files = readReference('tuned');
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(4000), async (file, place, length) => {
        const from = place % file.text.length;
        const to = Math.min(from + length, file.text.length);
        const whole = await findDialable(file.text, { region: file.region });
        const part = await findDialable(file.text, { region: file.region, from, to });
        const within = whole.found.filter(({ start, end }) => end > from && start < to);
        assert.deepEqual(
          part.found.map(({ start, text }) => [start, text]),
          within.map(({ start, text }) => [start, text]),
        );
      }),
    );
  });
});

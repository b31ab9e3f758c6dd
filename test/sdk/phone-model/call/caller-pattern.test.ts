import assert from 'node:assert/strict';

import fc from 'fast-check';

import { isListedCaller, matchesPattern } from '../../../../sdk/src/phone-model/call/caller-pattern.ts';

describe('patterns of callers (facts G)', () => {
  for (const [pattern, text, matches] of [
    ['101', '101', true],
    ['101', '1011', false],
    ['*', '', true],
    ['*', '101', true],
    ['10*', '10', true],
    ['*01', '1001', true],
    ['10?', '101', true],
    ['10?', '10', false],
    ['^0101', '101', true],
    ['^0101', '0101', true],
    ['^0101', '1101', false],
    ['1^?1', '11', true],
    ['1^?1', '121', true],
    ['1^?1', '1221', false],
    ['1.1', '121', false],
  ] as const) {
    it(`${pattern} ${matches ? 'takes' : 'does not take'} "${text}"`, () => {
      assert.equal(matchesPattern(pattern, text), matches);
    });
  }

  it('agrees with the regular expression of the same meaning', () => {
    const characters = fc.constantFrom('1', '2', '3');
    const piece = fc.oneof(
      characters.map((character) => [character, character] as const),
      characters.map((character) => [`^${character}`, `${character}?`] as const),
      fc.constant(['*', '.*'] as const),
      fc.constant(['?', '.'] as const),
      fc.constant(['^?', '.?'] as const),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(characters, { maxLength: 8 }),
        (pieces, text) => {
          const pattern = pieces.map(([own]) => own).join('');
          const expression = new RegExp(`^${pieces.map(([, other]) => other).join('')}$`, 'u');
          assert.equal(matchesPattern(pattern, text.join('')), expression.test(text.join('')));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('a pattern of many stars is as quick as any other', () => {
    assert.equal(matchesPattern(`${'*1'.repeat(120)}2`, '1'.repeat(255)), false);
  });

  it('a list is divided by ; and |, with blanks around its parts left out', () => {
    assert.equal(isListedCaller('3.22.16', ' 101 ;| 2* ', '200'), true);
    assert.equal(isListedCaller('3.22.16', ' ; ', '200'), false);
    assert.equal(isListedCaller('3.22.16', '', '200'), true);
  });

  it('3.20.5 compares the whole value', () => {
    assert.equal(isListedCaller('3.20.5', '2*', '200'), false);
    assert.equal(isListedCaller('3.20.5', '2*', '2*'), true);
  });
});

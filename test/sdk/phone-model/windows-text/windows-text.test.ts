import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  foldAsciiCase,
  startsWithIgnoringCase,
} from '../../../../sdk/src/phone-model/windows-text/ascii-case.ts';
import { parseWindowsInteger } from '../../../../sdk/src/phone-model/windows-text/integer.ts';
import { withoutWeightless } from '../../../../sdk/src/phone-model/windows-text/weightless.ts';
import {
  trimCharacters,
  trimWhiteSpace,
  trimWhiteSpaceInFront,
} from '../../../../sdk/src/phone-model/windows-text/white-space.ts';

describe('foldAsciiCase', () => {
  it('folds A to Z and nothing else', () => {
    assert.equal(foldAsciiCase('SIP:ÄÖ\u212A'), 'sip:ÄÖ\u212A');
    assert.ok(startsWithIgnoringCase('TeL:101', 'tel:'));
    assert.ok(!startsWithIgnoringCase('\u017Fip:101', 'sip:'));
  });

  it('keeps the length of every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(foldAsciiCase(text).length, text.length);
      }),
    );
  });
});

describe('trimWhiteSpace', () => {
  it('trims what Windows counts as white space', () => {
    assert.equal(trimWhiteSpace('\u00A0\u3000\t 1 2 \u0085\u2003'), '1 2');
    assert.equal(trimWhiteSpace('\uFEFF1\u200B'), '\uFEFF1\u200B');
    assert.equal(trimWhiteSpace(' \t '), '');
    assert.equal(trimWhiteSpaceInFront(' 1 '), '1 ');
    assert.equal(trimCharacters('" <a> "', ' "<'), 'a>');
  });
});

describe('withoutWeightless (facts N, A.1)', () => {
  it('drops characters without weight', () => {
    assert.equal(withoutWeightless('/ex\u00ADit'), '/exit');
    assert.equal(withoutWeightless('/\u200Bexit\u0001\uFEFF'), '/exit');
  });

  it('keeps white space and everything else', () => {
    for (const text of ['/EXIT', '/exit ', '/exit\t', '/exit\u0085', '/exit-', "/exit'"]) {
      assert.equal(withoutWeightless(text), text);
    }
  });
});

describe('parseWindowsInteger', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['2', 2],
    [' +02x', 2],
    ['-3', -3],
    ['', 0],
    ['abc', 0],
    ['+ 2', 0],
    ['２１', 21],
    ['٤٢', 42],
    ['2147483648', 2_147_483_647],
    ['99999999999999999999', 2_147_483_647],
  ];
  for (const [text, number] of rows) {
    it(`reads ${JSON.stringify(text)} as ${number}`, () => {
      assert.equal(parseWindowsInteger(text), number);
    });
  }
});

import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  keypadDigits,
  readTelephoneNumber,
} from '../../../../sdk/src/target/grammar/telephone-number-grammar.ts';

const digits = fc.stringMatching(/^[1-9]{1,4}$/u);
const separators = fc.stringMatching(/^[-.()/ ]{1,2}$/u);

describe('the grammar of telephone numbers (RFC 3966, section 3)', () => {
  it('reads the digits, whatever people put between them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '+'),
        fc.array(fc.tuple(digits, separators), { minLength: 1 }),
        (plus, groups) => {
          const read = readTelephoneNumber(`${plus}${groups.flat().join('')}`);
          assert.equal(read.number, `${plus}${groups.map(([group]) => group).join('')}`);
          assert.equal(read.international, plus === '+');
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('keeps keys, extension and parameters apart from the number', () => {
    const read = readTelephoneNumber('+49 30 123 ext. 5,,6#;isub=7;x');
    assert.deepEqual(
      { ...read },
      {
        number: '+4930123',
        international: true,
        letters: '',
        trunkZeroDropped: false,
        extension: '5',
        dtmf: ',6#',
        pauseDropped: false,
        parameters: [
          { name: 'isub', value: '7' },
          { name: 'x', value: undefined },
        ],
        blankBeforeLetters: false,
      },
    );
  });

  it('knows the letters of every key (ITU-T E.161)', () => {
    assert.equal(keypadDigits('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), '22233344455566677778889999');
    assert.equal(keypadDigits('flowers'), '3569377');
  });
});

import assert from 'node:assert/strict';

import fc from 'fast-check';
import { checkTarget } from 'microsip-sdk';

import { numberAt } from '../../../extension/src/commands/number-at.ts';

/** The line without its mark, and what is found where the mark stood. */
function at(marked: string): string | undefined {
  const column = marked.indexOf('|');
  return numberAt(marked.slice(0, column) + marked.slice(column + 1), column);
}

describe('the number at a cursor', () => {
  it('is found from anywhere in it, its ends included, as it is written', () => {
    const number = '+1 (415) 555-2671';
    for (let column = 0; column <= number.length; column += 1) {
      assert.equal(numberAt(`call ${number}, now`, 5 + column), number, String(column));
    }
  });

  it('is an extension or a service code too, of which no numbering plan knows', () => {
    assert.equal(at('ext. 10|1'), '101');
    assert.equal(at('101|, 102'), '101');
    assert.equal(at('ring 101 1|02 103'), '102');
    assert.equal(at('"ext":"1|01"'), '101');
    assert.equal(at('(|7)'), '7');
    assert.equal(at('dial *9|7#.'), '*97#');
    assert.equal(at('PJSIP/10|1'), '101');
  });

  it('is none in a date, a time, a version, an amount, an address of a machine, a word', () => {
    for (const text of [
      '2024-0|1-15',
      '15.0|1.2024',
      '12:3|0',
      '1.2|2.333',
      '10.0.|0.1',
      '1.|5',
      'v1|2',
      '1|2px',
    ]) {
      assert.equal(at(`see ${text} there`), undefined, text);
    }
  });

  it('is an address as a whole, without the quotes around it', () => {
    assert.equal(at('call "sip:10|1@pbx.example".'), 'sip:101@pbx.example');
    assert.equal(at('<ada@|pbx.example>'), 'ada@pbx.example');
  });

  it('is none in mere words, and none beside the number', () => {
    assert.equal(at('no num|ber 101'), undefined);
    assert.equal(at('|'), undefined);
  });

  it('is nothing that MicroSIP would obey', () => {
    assert.equal(at('run /hang|upall'), undefined);
    assert.equal(at('msip:/hangup|all@1'), undefined);
  });

  it('can always be dialled, and always stands at the cursor', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (line, place) => {
        const column = place % (line.length + 1);
        const number = numberAt(line, column);
        if (number === undefined) return;
        const around = line.slice(Math.max(0, column - number.length - 3), column + number.length + 3);
        assert.ok(around.includes(number));
        assert.ok(checkTarget(number).ok);
      }),
    );
  });

  it('is found in a line of megabytes', () => {
    const line = `${'1 '.repeat(1_000_000)}+49 30 1234567${' x'.repeat(1_000_000)}`;
    assert.match(numberAt(line, 2_000_005) ?? '', /\+49 30 1234567$|^\+49 30 1234567/u);
  });
});

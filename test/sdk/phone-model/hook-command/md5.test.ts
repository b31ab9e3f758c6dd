import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { md5 } from '../../../../sdk/src/phone-model/hook-command/md5.ts';

describe('md5', () => {
  it('agrees with Node on every text, at the edges of its blocks too', () => {
    const edges = [0, 55, 56, 57, 63, 64, 65, 119, 120, 128].map((length) => 'x'.repeat(length));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.equal(md5(text), createHash('md5').update(text).digest('hex'));
      }),
      { examples: edges.map((text): [string] => [text]) },
    );
  });
});

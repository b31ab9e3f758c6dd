import assert from 'node:assert/strict';

import fc from 'fast-check';

import { firstSentence } from '../../../docs-site/sdk-reference/page-descriptions.mjs';

describe('the description of a symbol', () => {
  it('is the first sentence, on one line and without marks', () => {
    assert.equal(
      firstSentence('Hangs up *every* call of\n`MicroSip`. What rings goes on ringing.'),
      'Hangs up every call of MicroSip.',
    );
    assert.equal(firstSentence('Is it so? It is.'), 'Is it so?');
  });

  it('names what a link leads to', () => {
    assert.equal(firstSentence('See {@link CallEvent | the event} there.'), 'See CallEvent there.');
    assert.equal(firstSentence('Made by {@link MicroSip.dial}.'), 'Made by MicroSip.dial.');
  });

  it('does not end inside a number, a version or a file name', () => {
    assert.equal(firstSentence('Since 3.22.16 in microsip.ini. More.'), 'Since 3.22.16 in microsip.ini.');
  });

  it('is all there is where no sentence ends', () => {
    assert.equal(firstSentence('What is dialled'), 'What is dialled');
    assert.equal(firstSentence(''), '');
  });

  it('never has a line end, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(firstSentence(text), /[\n\r]/u);
      }),
    );
  });
});

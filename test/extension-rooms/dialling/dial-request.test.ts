import assert from 'node:assert/strict';

import fc from 'fast-check';

import { commandLink, dialLink, dialRequestOf } from '../../../extension/src/dialling/dial-request.ts';

describe('a request to dial', () => {
  for (const origin of ['document', 'terminal', 'contact', 'link'] as const) {
    it(`says where the number stands (${origin})`, () =>
      assert.deepEqual(dialRequestOf({ text: '101', origin }), { text: '101', origin }));
  }

  it('counts as a link from outside when it does not say where', () => {
    for (const origin of [undefined, 'Document', 'toString', 1, ['document']]) {
      assert.deepEqual(dialRequestOf({ text: '101', origin }), { text: '101', origin: 'link' });
    }
  });

  it('is none without a text', () => {
    for (const argument of [undefined, null, '101', 101, [], {}, { text: 101 }, { text: ' ' }]) {
      assert.equal(dialRequestOf(argument), undefined);
    }
  });
});

describe('a link that runs a command', () => {
  it('hands on its argument whether VS Code decodes it once or twice', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const link = commandLink('_microsip.any', { text });
        const query = decodeURIComponent(link.slice(link.indexOf('?') + 1));
        assert.deepEqual(JSON.parse(query), [{ text }]);
        assert.deepEqual(JSON.parse(decodeURIComponent(query)), [{ text }]);
      }),
    ));

  it('has nothing in it that Markdown or a URI reader would take for a mark', () =>
    fc.assert(
      fc.property(fc.string(), (text) =>
        assert.match(dialLink({ text, origin: 'document' }), /^command:_microsip\.dialWritten\?[\w.%-]+$/u),
      ),
    ));
});

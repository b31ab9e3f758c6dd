import assert from 'node:assert/strict';

import fc from 'fast-check';

import { farEndOf, remoteText } from '../../extension/src/remote-text.ts';
import { aCall, hostileText } from '../support/extension/seen-phones.ts';

describe('text from a far end', () => {
  it('draws no icon, breaks no line and turns no text around', () => {
    assert.equal(remoteText('$(bug)\n\u202e101\u200b'), '$ (bug) 101');
    assert.equal(remoteText('$\u200b(bug)'), '$ (bug)');
    assert.equal(remoteText('[Pay](command:quit)'), '[Pay] (command:quit)');
  });

  it('keeps names of every script, and isolates those that run from right to left', () => {
    assert.equal(remoteText('Zoë Łukasz 王'), 'Zoë Łukasz 王');
    assert.equal(remoteText('שלום'), '\u2068שלום\u2069');
  });

  it('is cut between characters, not within one', () => {
    const families = '👩‍👩‍👧‍👦'.repeat(3);
    assert.equal(remoteText('a'.repeat(33)), `${'a'.repeat(31)}…`);
    assert.equal(remoteText('a'.repeat(32)), 'a'.repeat(32));
    assert.ok(!remoteText(families).includes('\ufffd'));
  });

  it('is harmless whatever it was', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = remoteText(text);
        assert.doesNotMatch(shown, /\$\(|\]\(|[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u200b]/u);
        assert.equal(shown.split('\u2068').length, shown.split('\u2069').length);
        assert.ok(Array.from(shown).length <= 32 * 10 + 2);
      }),
    );
  });

  it('is short even where it came long', () => {
    assert.ok(remoteText('x\u0301'.repeat(1_000_000)).length < 100);
    assert.ok(Array.from(remoteText('\u0301'.repeat(1000))).length <= 10);
  });

  it('names a far end by its number before the name that it gives itself', () => {
    assert.equal(farEndOf(aCall({ number: '101', name: '112' })), '101');
    assert.equal(farEndOf(aCall({ number: '\u200b', name: 'Ada' })), 'Ada');
    assert.equal(
      farEndOf(aCall({ number: '\u3164', name: '\ufe0f\u034f', uri: 'sip:eve@pbx.test' })),
      'sip:eve@pbx.test',
    );
    assert.equal(farEndOf({}), undefined);
  });
});

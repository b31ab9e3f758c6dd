import assert from 'node:assert/strict';

import type { BookContact } from '../../../extension/src/contacts/book-contact.ts';
import { otherSide, suggestContacts } from '../../../extension/src/asking/suggest-targets.ts';
import { aCall } from '../../support/extension/seen-phones.ts';

const ada: BookContact = { source: 'microsip', name: 'Ada', target: '+49 30 1234567' };
const bob: BookContact = { source: 'microsip', name: 'Bob', target: '101' };

describe('whom a call can be transferred to', () => {
  it('is anybody but the one it is with, in any notation', () => {
    const names = (without: string | undefined): readonly (string | undefined)[] =>
      suggestContacts([bob, ada], without).map(({ name }) => name);
    assert.deepEqual(names(otherSide([aCall({ number: '0301234567' })])), ['Bob']);
    assert.deepEqual(names(otherSide([aCall({ number: 'ada', uri: 'sip:ada@pbx.test' })])), ['Ada', 'Bob']);
  });

  it('is anybody where it is not known which call is meant: MicroSIP takes the one in its selected tab', () => {
    assert.equal(otherSide([aCall(), aCall({ callId: '2', state: 'held', number: '102' })]), undefined);
    assert.equal(otherSide([]), undefined);
  });

  it('takes no call for one that only rings in or is over', () => {
    const incoming = aCall({ callId: '2', direction: 'incoming', state: 'incoming', number: '102' });
    const ended = aCall({ callId: '3', state: 'ended', number: '103' });
    assert.equal(otherSide([incoming, aCall(), ended]), '101');
    const { number: _number, ...nameless } = aCall({ uri: 'sip:carol@pbx.test' });
    assert.equal(otherSide([nameless]), 'sip:carol@pbx.test');
  });
});

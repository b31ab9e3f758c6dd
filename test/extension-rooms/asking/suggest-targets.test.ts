import assert from 'node:assert/strict';

import type { BookContact } from '../../../extension/src/contacts/book-contact.ts';
import { otherSide, suggestContacts, suggestRecent } from '../../../extension/src/asking/suggest-targets.ts';
import { english } from '../../support/extension/english.ts';
import { aCall } from '../../support/extension/seen-phones.ts';

const ada: BookContact = { source: 'microsip', name: 'Ada', target: '+49 30 1234567' };
const bob: BookContact = { source: 'microsip', name: 'Bob', target: '101' };

describe('whom a call can be transferred to', () => {
  it('is anybody but the one it is with, in any notation', () => {
    const names = (without: string | undefined): readonly string[] =>
      suggestContacts([bob, ada], without).map(({ label }) => label);
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

describe('what is offered of the calls there were', () => {
  it('is the number before the name, as the contacts have it, or else in quotation marks', () => {
    const calls = [{ number: '101', name: 'Eve' }, { number: '102', name: 'Eve' }, { number: '103' }];
    const offered = suggestRecent(calls, english, (number) => (number === '101' ? 'Bob' : undefined));
    assert.deepEqual(
      offered.map(({ label, target }) => [target, label]),
      [
        ['101', '101 · Bob'],
        ['102', '102 · “Eve”'],
        ['103', '103'],
      ],
    );
  });
});

describe('what is offered of a contact', () => {
  it('is the name before the number, and the folder of the workspace that it comes from', () => {
    const eve: BookContact = { ...bob, name: 'Eve $(bug)', source: 'workspace', folder: 'app' };
    assert.deepEqual(suggestContacts([eve, { ...bob, name: '' }]), [
      { target: '101', label: '101', description: '', isFromWorkspace: false },
      { target: '101', label: 'Eve $ (bug)', description: '101 · app', isFromWorkspace: true },
    ]);
  });
});

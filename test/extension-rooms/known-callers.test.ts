import assert from 'node:assert/strict';

import fc from 'fast-check';

import { callerWords, knownCallers } from '../../extension/src/known-callers.ts';
import { english } from '../support/extension/english.ts';
import { aCall, hostileCall, hostileText } from '../support/extension/seen-phones.ts';

const ada = aCall({ callId: 'ada', direction: 'incoming', state: 'incoming', name: 'Ada' });
const bob = aCall({ callId: 'bob', direction: 'incoming', state: 'incoming', number: '102' });

describe('the known callers', () => {
  it('are those whom the contacts have by their number, or else by their address', async () => {
    const { number: _number, ...nameless } = aCall({ callId: 'carol', uri: 'sip:carol@pbx.test' });
    const nameOf = (number: string): Promise<string | undefined> =>
      Promise.resolve({ '102': 'Bob', 'sip:carol@pbx.test': 'Carol' }[number]);
    assert.deepEqual(
      [...(await knownCallers([ada, bob, nameless], nameOf))],
      [
        ['bob', 'Bob'],
        ['carol', 'Carol'],
      ],
    );
  });
});

describe('the words for a caller', () => {
  it('are the number before the name', () => {
    assert.equal(callerWords(ada, english), '101 · Ada');
    assert.equal(callerWords({ ...ada, name: '101' }, english), '101');
  });

  it('tell the name in the contacts from the one that the caller likes', () => {
    const words = (name: string | undefined, contact: string): string =>
      callerWords({ ...ada, ...(name !== undefined && { name }) }, english, contact);
    assert.equal(words('Eve', 'Ada'), '101 · your contact Ada · Eve');
    assert.equal(words('Ada', 'Ada'), '101 · your contact Ada');
    assert.equal(callerWords(bob, english, 'Bob'), '102 · your contact Bob');
    assert.equal(words('Ada', '\u200b'), '101 · Ada');
  });

  it('hold no link and no second line, whatever callers call themselves', () => {
    fc.assert(
      fc.property(hostileCall, fc.option(hostileText, { nil: undefined }), (call, contact) => {
        assert.doesNotMatch(callerWords(call, english, contact), /\]\(|[\n\r\u2028\u202e]/u);
      }),
    );
  });
});

import assert from 'node:assert/strict';

import fc from 'fast-check';
import type { CallState } from 'microsip-sdk';

import { callerWords, knownCallers, shortCallerWords } from '../../extension/src/known-callers.ts';
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

  it('are the number and one name where there is little room, one that is not from the contacts in quotation marks', () => {
    const short = (call: Partial<CallState>, contact?: string): string =>
      shortCallerWords({ ...bob, ...call }, english, contact);
    assert.equal(short({ name: 'Eve' }, 'Bob'), '102 · Bob');
    assert.equal(short({ name: 'Eve' }), '102 · “Eve”');
    assert.equal(short({ name: '102' }), '102');
    assert.equal(short({ name: '102' }, 'Bob'), '102 · Bob');
    assert.equal(short({}, '102'), '102');
    assert.equal(short({ number: '', name: 'Eve' }), 'Eve');
    assert.equal(short({ number: '' }), 'unknown');
  });

  it('hold no link and no second line, whatever callers call themselves', () => {
    fc.assert(
      fc.property(hostileCall, fc.option(hostileText, { nil: undefined }), (call, contact) => {
        for (const words of [callerWords, shortCallerWords])
          assert.doesNotMatch(words(call, english, contact), /\]\(|[\n\r\u2028\u202e]/u);
      }),
    );
  });
});

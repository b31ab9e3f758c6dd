import assert from 'node:assert/strict';

import fc from 'fast-check';

import { tooltipLines, tooltipMarkdown } from '../../../extension/src/status-bar/status-tooltip.ts';
import { english } from '../../support/extension/english.ts';
import {
  aCall,
  hostileCall,
  hostileText,
  phoneThatIs,
  phoneWith,
} from '../../support/extension/seen-phones.ts';

describe('the tooltip of the status bar item', () => {
  it('tells of every call what is known of it', () => {
    const ada = aCall({ name: 'Ada', uri: 'sip:101@pbx.test' });
    const bob = aCall({ callId: '2', state: 'held', number: '102' });
    assert.deepEqual(tooltipLines(phoneWith(ada, bob), english), [
      'MicroSIP: in a call',
      'In call with 101 · Ada · sip:101@pbx.test',
      'On hold: 102',
      'Click for what can be done now.',
    ]);
  });

  it('tells the name in the contacts from the one that the other side likes', () => {
    const eve = aCall({ name: 'Eve', uri: 'sip:101@pbx.test' });
    const bob = aCall({ callId: '2', number: '102', name: 'Bob' });
    const lines = tooltipLines(
      phoneWith(eve, bob),
      english,
      new Map([
        ['1', 'Ada'],
        ['2', 'Bob'],
      ]),
    );
    assert.deepEqual(lines.slice(1, 3), [
      'In call with 101 · your contact Ada · Eve · sip:101@pbx.test',
      'In call with 102 · your contact Bob',
    ]);
  });

  it('tells of the account and of the last call while there is none', () => {
    const idle = phoneThatIs('unregistered', {
      registration: { state: 'refused', status: 403, account: 'sip:1001@pbx.test' },
      lastCall: aCall({ state: 'ended' }),
    });
    assert.deepEqual(tooltipLines(idle, english), [
      'MicroSIP: registration refused (403)',
      'Account: sip:1001@pbx.test, registration refused',
      'Last call: Ended: 101',
      'Click for what can be done now.',
    ]);
  });

  it('says why nothing is known of calls', () => {
    const [, hint] = tooltipLines(phoneThatIs('unknown', { sources: ['process'] }), english);
    assert.match(hint ?? '', /writes no log and has no hooks/u);
  });

  it('is Markdown whose only mark is the weight of its first line', () => {
    assert.equal(
      tooltipMarkdown(['a_b', 'c*d', 'https://x.test']),
      '**a\\_b**\n\nc\\*d\n\nhttps\\:\\/\\/x\\.test',
    );
    fc.assert(
      fc.property(fc.array(hostileCall, { minLength: 1, maxLength: 3 }), hostileText, (calls, contact) => {
        const contacts = new Map(calls.map(({ callId }) => [callId, contact]));
        const lines = tooltipLines(phoneWith(...calls), english, contacts);
        const markdown = tooltipMarkdown(lines);
        assert.match(markdown, /^\*\*[^\n]*\*\*(?:\n\n[^\n]+)*$/u);
        const inside = markdown.replace(/^\*\*|\*\*(?=\n|$)/gu, '');
        // Without what is escaped, no mark is left.
        assert.doesNotMatch(inside.replaceAll(/\\[!-/:-@[-`{-~]/gu, ''), /[!-/:-@[-`{-~]/u);
      }),
    );
  });
});

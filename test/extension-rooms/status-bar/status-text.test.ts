import assert from 'node:assert/strict';

import fc from 'fast-check';
import type { CallState, PhoneStatus } from 'microsip-sdk';

import { phoneInTrouble, unseenPhone, type SeenPhone } from '../../../extension/src/phone/seen-phone.ts';
import { statusText } from '../../../extension/src/status-bar/status-text.ts';
import { english } from '../../support/extension/english.ts';
import {
  aCall,
  hostileCall,
  hostileText,
  phoneThatIs,
  phoneWith,
  since,
} from '../../support/extension/seen-phones.ts';

const begin = Date.parse(since);

function textOf(seen: SeenPhone, now = begin): string | undefined {
  return statusText(seen, now, english)?.text;
}

function labelOf(seen: SeenPhone): string | undefined {
  return statusText(seen, begin, english)?.label;
}

describe('the text in the status bar', () => {
  it('is not there before the first look', () => {
    assert.equal(statusText(unseenPhone, begin, english), undefined);
  });

  const refused: PhoneStatus['registration'] = { state: 'refused', status: 403 };
  const phones: readonly [what: string, seen: SeenPhone, text: string, label: string][] = [
    ['an idle phone', phoneThatIs('idle'), '$(call-outgoing)', 'no call'],
    ['one that does not run', phoneThatIs('not-running'), '$(circle-slash) MicroSIP', 'not running'],
    [
      'one that is not there',
      phoneInTrouble('NOT_INSTALLED'),
      '$(circle-slash) No MicroSIP',
      'not found on this computer',
    ],
    [
      'one without a registration',
      phoneThatIs('unregistered'),
      '$(call-outgoing) Unregistered',
      'not registered',
    ],
    [
      'one whose registration was refused',
      phoneThatIs('unregistered', { registration: refused }),
      '$(call-outgoing) Refused',
      'registration refused (403)',
    ],
    [
      'one of whose calls nobody tells',
      phoneThatIs('unknown', { sources: ['process'] }),
      '$(call-outgoing) $(eye-closed)',
      'call state is off',
    ],
    ['one that has told nothing yet', phoneThatIs('unknown'), '$(call-outgoing)', 'state not known yet'],
    [
      'one that cannot be watched',
      phoneInTrouble('TIMEOUT'),
      '$(call-outgoing) $(warning)',
      'cannot be watched (TIMEOUT)',
    ],
  ];
  for (const [what, seen, text, label] of phones) {
    it(`shows ${what}`, () => {
      assert.deepEqual(statusText(seen, begin, english), {
        text,
        label: `MicroSIP: ${label}`,
        isUrgent: false,
      });
    });
  }

  it('shows a call in each of its states', () => {
    const incoming = { direction: 'incoming', state: 'incoming' } as const;
    assert.equal(textOf(phoneWith(aCall({ state: 'calling' }))), '$(call-outgoing) Calling 101');
    assert.equal(textOf(phoneWith(aCall({ state: 'ringing' }))), '$(call-outgoing) Ringing 101');
    assert.equal(textOf(phoneWith(aCall(incoming))), '$(call-incoming) Call from 101');
    assert.equal(textOf(phoneWith(aCall())), '$(call-outgoing) In call with 101');
    assert.equal(textOf(phoneWith(aCall({ state: 'held', heldBy: 'local' }))), '$(debug-pause) On hold: 101');
    assert.equal(textOf(phoneWith(aCall({ state: 'held', heldBy: 'remote' }))), '$(debug-pause) Held by 101');
    assert.equal(textOf(phoneWith(aCall({ state: 'ended' }))), '$(call-outgoing)');
  });

  it('is urgent only while someone waits for an answer', () => {
    const waits = (seen: SeenPhone) => statusText(seen, begin, english)?.isUrgent;
    assert.equal(waits(phoneWith(aCall({ direction: 'incoming', state: 'incoming' }))), true);
    assert.equal(waits(phoneWith(aCall({ direction: 'incoming', state: 'active' }))), false);
  });

  it('shows how long a call has been talked on, which its label leaves out', () => {
    const talking = phoneWith(aCall({ answeredAt: since }));
    assert.equal(textOf(talking, begin + 127_400), '$(call-outgoing) In call with 101 02:07');
    assert.equal(textOf(talking, begin + 3_600_000), '$(call-outgoing) In call with 101 1:00:00');
    assert.equal(textOf(talking, begin - 5000), '$(call-outgoing) In call with 101 00:00');
    assert.equal(labelOf(talking), 'MicroSIP: In call with 101');
    assert.equal(statusText(talking, begin, english)?.runningSince, begin);
    const held = phoneWith(aCall({ state: 'held', answeredAt: since }));
    assert.equal(statusText(held, begin, english)?.runningSince, undefined);
  });

  it('puts the most pressing of several calls first, and counts the others', () => {
    const active = aCall({ callId: '1', answeredAt: since });
    const incoming = aCall({ callId: '2', direction: 'incoming', state: 'incoming', number: '102' });
    const held = aCall({ callId: '3', state: 'held', number: '103' });
    const ended = aCall({ callId: '4', state: 'ended', number: '104' });
    assert.equal(textOf(phoneWith(held, active, incoming, ended)), '$(call-incoming) Call from 102 +2');
    assert.equal(labelOf(phoneWith(held, active, incoming)), 'MicroSIP: Call from 102, and 2 more');
    assert.equal(textOf(phoneWith(held, active)), '$(call-outgoing) In call with 101 00:00 +1');
  });

  it('names the contact after the number, and nobody by a name of their own choice', () => {
    const contacts = new Map([['1', 'Ada']]);
    const named = (call: Partial<CallState>) => statusText(phoneWith(aCall(call)), begin, english, contacts);
    assert.equal(named({ name: 'Eve' })?.text, '$(call-outgoing) In call with 101 · Ada');
    assert.equal(named({ answeredAt: since })?.text, '$(call-outgoing) In call with 101 · Ada 00:00');
    assert.equal(named({ answeredAt: since })?.label, 'MicroSIP: In call with 101 · Ada');
    assert.equal(named({ number: 'Ada' })?.text, '$(call-outgoing) In call with Ada');
    assert.equal(named({ callId: '2', name: 'Eve' })?.text, '$(call-outgoing) In call with 101');
    const noNumber = { callId: '2', name: 'Eve', number: '', uri: 'sip:@pbx.test' };
    assert.equal(named(noNumber)?.text, '$(call-outgoing) In call with sip:@pbx.test');
  });

  it('says that it does not know who calls', () => {
    const { number: _number, ...nobody } = aCall({ direction: 'incoming', state: 'incoming' });
    assert.equal(textOf(phoneWith(nobody)), '$(call-incoming) Call from unknown');
  });

  it('has one icon and one line, whatever far ends call themselves', () => {
    fc.assert(
      fc.property(fc.array(hostileCall, { maxLength: 4 }), hostileText, fc.nat(), (calls, contact, ms) => {
        const contacts = new Map(calls.map(({ callId }) => [callId, contact]));
        const text = statusText(phoneWith(...calls), begin + ms, english, contacts)?.text;
        assert.equal(text?.match(/\$\(/gu)?.length, 1);
        assert.doesNotMatch(text, /[\n\r\u2028\u2029\u202e]/u);
      }),
    );
  });
});

import assert from 'node:assert/strict';

import { unseenPhone } from '../../../extension/src/phone/seen-phone.ts';
import { sensibleActions } from '../../../extension/src/status-bar/sensible-actions.ts';
import { aCall, phoneThatIs, phoneWith } from '../../support/extension/seen-phones.ts';

const incoming = aCall({ direction: 'incoming', state: 'incoming' });

describe('the actions that make sense', () => {
  it('begin with answering while a call rings in, and with hanging up while there is a call', () => {
    assert.equal(sensibleActions(phoneWith(incoming))[0], 'answer');
    assert.equal(sensibleActions(phoneWith(aCall()))[0], 'hangUp');
    assert.deepEqual(sensibleActions(phoneWith(aCall(), { ...incoming, callId: '2' })).slice(0, 3), [
      'answer',
      'reject',
      'hangUp',
    ]);
  });

  it('have nothing to end or to answer where there is no call', () => {
    for (const phone of ['idle', 'not-running', 'not-installed', 'unregistered'] as const) {
      const actions = sensibleActions(phoneThatIs(phone));
      assert.ok(actions.includes('dial'), phone);
      const forCalls = ['answer', 'reject', 'hangUp', 'holdOrResume', 'transfer', 'sendDtmf'] as const;
      assert.ok(!forCalls.some((action) => actions.includes(action)), phone);
    }
  });

  it('hold only what was answered, and mute both ways, as nobody tells whether the microphone is mute', () => {
    const calling = sensibleActions(phoneWith(aCall({ state: 'calling' })));
    assert.ok(calling.includes('hangUp') && !calling.includes('holdOrResume'));
    for (const state of ['active', 'held'] as const) {
      const actions = sensibleActions(phoneWith(aCall({ state })));
      for (const action of ['holdOrResume', 'muteMicrophone', 'unmuteMicrophone'] as const) {
        assert.ok(actions.includes(action), `${action} of a call that is ${state}`);
      }
    }
  });

  it('start a phone that does not run, and end one that does', () => {
    assert.equal(sensibleActions(phoneThatIs('not-running'))[0], 'start');
    assert.ok(!sensibleActions(phoneThatIs('not-running')).includes('exit'));
    assert.ok(sensibleActions(phoneThatIs('idle')).includes('exit'));
  });

  it('switch on the state of calls where that is off', () => {
    const off = phoneThatIs('unknown', { sources: ['process'] });
    assert.ok(sensibleActions(off).includes('enableCallState'));
    assert.ok(!sensibleActions(phoneThatIs('unknown')).includes('enableCallState'));
  });

  it('have everything for calls where nobody tells of any', () => {
    for (const action of ['dial', 'answer', 'hangUp'] as const) {
      assert.ok(sensibleActions(unseenPhone).includes(action), action);
    }
  });
});

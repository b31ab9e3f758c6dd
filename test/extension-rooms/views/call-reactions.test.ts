import assert from 'node:assert/strict';

import { reactToHangUp, reactToHold } from '../../../extension/src/views/call-reactions.ts';
import { english } from '../../support/extension/english.ts';
import { aCall, phoneWith } from '../../support/extension/seen-phones.ts';

const ada = aCall();
const bob = aCall({ callId: '2', number: '102', state: 'held' });
const eve = aCall({ callId: '3', number: '103', state: 'incoming', direction: 'incoming' });

describe('what comes of a click at a call', () => {
  for (const [name, react] of [
    ['Hang Up', reactToHangUp],
    ['Hold', reactToHold],
  ] as const) {
    it(`is done for ${name} where no other call is meant`, () => {
      assert.deepEqual(react(ada, phoneWith(ada).status, english), { type: 'act' });
      assert.deepEqual(react(ada, phoneWith(ada, eve).status, english), { type: 'act' });
    });

    it(`is asked for ${name} where MicroSIP may do it with another, once for the same calls`, () => {
      const { status } = phoneWith(ada, bob);
      const asked = react(ada, status, english);
      assert.ok(asked.type === 'ask');
      const { affected } = asked;
      assert.deepEqual(affected, [ada, bob]);
      assert.deepEqual(react(ada, status, english, affected), { type: 'act' });
      const third = aCall({ callId: '4', number: '104' });
      assert.equal(react(ada, phoneWith(ada, bob, third).status, english, affected).type, 'ask');
    });

    it(`is told for ${name} where the call is over`, () => {
      assert.deepEqual(react(ada, phoneWith(bob).status, english), {
        type: 'tell',
        message: 'The call to 101 is over.',
      });
      assert.equal(react(ada, phoneWith({ ...ada, state: 'ended' }).status, english).type, 'tell');
    });
  }

  it('is told for Hold and Resume where that would do the opposite by now', () => {
    const held = aCall({ state: 'held', heldBy: 'local' });
    assert.deepEqual(reactToHold(ada, phoneWith(held).status, english), {
      type: 'tell',
      message: 'The call with 101 is on hold already.',
    });
    assert.deepEqual(reactToHold(held, phoneWith(ada).status, english), {
      type: 'tell',
      message: 'The call with 101 is not on hold any more.',
    });
    const heldThere = aCall({ state: 'held', heldBy: 'remote' });
    assert.deepEqual(reactToHold(ada, phoneWith(heldThere).status, english), { type: 'act' });
    assert.equal(reactToHold(held, phoneWith(heldThere).status, english).type, 'tell');
  });
});

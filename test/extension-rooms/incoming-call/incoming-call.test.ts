import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  callsToTell,
  reactToAnswer,
  reactToReject,
  ringingCalls,
} from '../../../extension/src/incoming-call/incoming-call.ts';
import { unseenPhone } from '../../../extension/src/phone/seen-phone.ts';
import { english } from '../../support/extension/english.ts';
import { aCall, hostileCall, phoneWith } from '../../support/extension/seen-phones.ts';

const ada = aCall({ callId: 'ada', direction: 'incoming', state: 'incoming', name: 'Ada' });
const bob = aCall({ callId: 'bob', direction: 'incoming', state: 'incoming', number: '102' });

describe('a click in the notification of an incoming call', () => {
  it('does what it says while that call alone rings', () => {
    const { status } = phoneWith(ada, aCall({ callId: 'other' }));
    assert.deepEqual(reactToAnswer(ada, status, english), { type: 'act' });
    assert.deepEqual(reactToReject(ada, status, english), { type: 'act' });
  });

  it('does nothing when the call is over, and says so', () => {
    const over = { type: 'tell', message: 'The call from 101 · Ada is over.' };
    for (const seen of [phoneWith(), phoneWith(bob), phoneWith({ ...ada, state: 'ended' })]) {
      assert.deepEqual(reactToAnswer(ada, seen.status, english), over);
      assert.deepEqual(reactToReject(ada, seen.status, english), over);
    }
  });

  it('does nothing when the call was answered elsewhere, and says so', () => {
    const { status } = phoneWith({ ...ada, state: 'active' }, bob);
    const answered = { type: 'tell', message: 'The call from 101 · Ada was answered already.' };
    assert.deepEqual(reactToAnswer(ada, status, english), answered);
    assert.deepEqual(reactToReject(ada, status, english), answered);
  });

  it('asks before it would answer another call, or reject more than one', () => {
    const { status } = phoneWith(ada, bob);
    assert.deepEqual(reactToAnswer(ada, status, english), { type: 'act' });
    assert.deepEqual(reactToAnswer(bob, status, english), {
      type: 'ask',
      message: 'MicroSIP answers the call that rang first: 101 · Ada.',
      affected: [ada],
    });
    assert.deepEqual(reactToReject(bob, status, english), {
      type: 'ask',
      message: 'MicroSIP rejects every call that rings: 101 · Ada, 102.',
      affected: [ada, bob],
    });
  });

  it('does what was agreed to, as long as it is no more than that', () => {
    const { status } = phoneWith(ada, bob);
    assert.deepEqual(reactToAnswer(bob, status, english, [ada]), { type: 'act' });
    assert.deepEqual(reactToReject(bob, status, english, [ada, bob]), { type: 'act' });
    assert.deepEqual(reactToAnswer(bob, phoneWith(bob).status, english, [ada]), { type: 'act' });
    assert.deepEqual(reactToReject(bob, phoneWith(ada).status, english, [ada, bob]), { type: 'act' });
  });

  it('asks anew when other calls ring by the time it was agreed to', () => {
    const carl = aCall({ callId: 'carl', direction: 'incoming', state: 'incoming', number: '103' });
    assert.deepEqual(reactToAnswer(bob, phoneWith(carl, bob).status, english, [ada]), {
      type: 'ask',
      message: 'MicroSIP answers the call that rang first: 103.',
      affected: [carl],
    });
    assert.deepEqual(reactToReject(bob, phoneWith(bob, carl).status, english, [ada, bob]), {
      type: 'ask',
      message: 'MicroSIP rejects every call that rings: 102, 103.',
      affected: [bob, carl],
    });
  });

  it('does nothing when none of the calls rings any more that it was agreed for', () => {
    const over = { type: 'tell', message: 'The call from 102 is over.' };
    assert.deepEqual(reactToAnswer(bob, phoneWith().status, english, [ada]), over);
    assert.deepEqual(reactToReject(bob, phoneWith().status, english, [ada, bob]), over);
  });

  it('acts only on a call that rings', () => {
    fc.assert(
      fc.property(hostileCall, fc.array(hostileCall, { maxLength: 4 }), (call, calls) => {
        const { status } = phoneWith(...calls);
        const rings = ringingCalls(status).some(({ callId }) => callId === call.callId);
        for (const react of [reactToAnswer, reactToReject]) {
          if (!rings) assert.equal(react(call, status, english).type, 'tell');
        }
      }),
    );
  });
});

describe('the calls to tell of', () => {
  const nobodyTold: ReadonlySet<string> = new Set();

  it('are those that ring and were not told of', () => {
    const first = callsToTell(phoneWith(ada).status, nobodyTold);
    assert.deepEqual([first.fresh, [...first.told]], [[ada], ['ada']]);
    const second = callsToTell(phoneWith(ada, bob).status, first.told);
    assert.deepEqual([second.fresh, [...second.told]], [[bob], ['ada', 'bob']]);
  });

  it('are none that were told of before the phone was lost sight of', () => {
    const { told } = callsToTell(phoneWith(ada).status, nobodyTold);
    const lost = callsToTell(unseenPhone.status, told);
    assert.deepEqual(callsToTell(phoneWith(ada).status, lost.told).fresh, []);
  });

  it('are forgotten when they ring no more', () => {
    const { told } = callsToTell(phoneWith(ada).status, nobodyTold);
    assert.deepEqual([...callsToTell(phoneWith().status, told).told], []);
  });
});

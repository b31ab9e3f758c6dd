import assert from 'node:assert/strict';

import { verifiedVersions, type VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { everyHook, hooksOf, kindsOf, messagesOf, statesOf, testPhone } from './phone-under-test.ts';

const withHooks = (version: VerifiedVersion, ini = {}) =>
  testPhone({ version, ini: { ...everyHook, ...ini } });

describe('event hooks: which fires when (facts C.1)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('outgoing, answered: OutgoingCall, CallStart, CallEnd', () => {
        const phone = withHooks(version);
        const callId = phone.talk('101');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(hooksOf(phone.effects()), [
          'cmdOutgoingCall 101',
          'cmdCallStart 101',
          'cmdCallEnd 101',
        ]);
      });

      it('incoming, answered: IncomingCall, CallRing, CallAnswer, CallStart, CallEnd', () => {
        const phone = withHooks(version);
        const callId = phone.ring('200');
        phone.run('/answer');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(hooksOf(phone.effects()), [
          'cmdIncomingCall 200',
          'cmdCallRing 200',
          'cmdCallAnswer 200',
          'cmdCallStart 200',
          'cmdCallEnd 200',
        ]);
      });

      const video = version === '3.20.5' ? [] : ['cmdCallAnswerVideo 200'];
      it(`incoming with video: ${video.length === 0 ? 'no ' : ''}CallAnswerVideo between CallAnswer and CallStart`, () => {
        const phone = withHooks(version);
        phone.ring('200', { video: true });
        phone.effects();
        phone.run('/answer');
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallAnswer 200', ...video, 'cmdCallStart 200']);
      });

      for (const status of [486, 600, 603]) {
        it(`outgoing, refused with ${String(status)}: CallBusy`, () => {
          const phone = withHooks(version);
          const callId = phone.dial('101');
          phone.effects();
          phone.feed({ type: 'far-end-refused', callId, status });
          assert.deepEqual(hooksOf(phone.effects()), ['cmdCallBusy 101']);
        });
      }

      for (const status of [404, 408, 480, 487, 500, 503]) {
        it(`outgoing, refused with ${String(status)}: CallEnd`, () => {
          const phone = withHooks(version);
          const callId = phone.dial('101');
          phone.effects();
          phone.feed({ type: 'far-end-refused', callId, status });
          assert.deepEqual(hooksOf(phone.effects()), ['cmdCallEnd 101']);
        });
      }

      it('last status 481: nothing fires, and the tab still holds the call', () => {
        const phone = withHooks(version);
        const callId = phone.dial('101');
        phone.effects();
        phone.feed({ type: 'far-end-refused', callId, status: 481 });
        const effects = phone.effects();
        assert.deepEqual(statesOf(effects, callId), ['DISCONNECTED']);
        assert.deepEqual(hooksOf(effects), []);
        phone.run('101');
        assert.ok(!kindsOf(phone.effects()).includes('call'), 'the same contact is not called again');
      });

      it('own Decline of a ringing call: CallBusy', () => {
        const phone = withHooks(version);
        const callId = phone.ring('200');
        phone.effects();
        phone.feed({ type: 'user-declines', callId });
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['RESPONSE 486']);
        assert.deepEqual(hooksOf(effects), ['cmdCallBusy 200']);
      });

      it('local hang-up: CallEnd at once, before the call is DISCONNECTED, and only once', () => {
        const phone = withHooks(version);
        phone.talk('101');
        phone.effects();
        phone.run('/hangupall');
        const effects = phone.effects();
        const kinds = kindsOf(effects);
        assert.deepEqual(messagesOf(effects), ['BYE']);
        assert.deepEqual(hooksOf(effects), ['cmdCallEnd 101']);
        assert.ok(kinds.indexOf('hook') < kinds.indexOf('callState'));
      });

      it('caller gives up: CallEnd', () => {
        const phone = withHooks(version);
        const callId = phone.ring('200');
        phone.effects();
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallEnd 200']);
      });

      it('no hook for ringing or early states of outgoing calls, hold, DTMF, transfer and registration', () => {
        const phone = withHooks(version);
        const callId = phone.dial('101');
        phone.effects();
        phone.feed({ type: 'far-end-ringing', callId });
        assert.deepEqual(hooksOf(phone.effects()), []);
        phone.feed({ type: 'far-end-answered', callId });
        phone.effects();
        phone.run('msip:hold');
        phone.run('msip:hold');
        phone.run('/dtmf:5');
        phone.run('/transfer:102');
        phone.feed({ type: 'registration-answered', status: 408 });
        phone.feed({ type: 'registration-answered', status: 200 });
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['HOLD', 'RESUME', 'DTMF 5', 'REFER <sip:102@pbx.test>']);
        assert.deepEqual(hooksOf(effects), []);
      });

      it('an empty user: no argument while the call lasts, the domain at its end', () => {
        const phone = withHooks(version);
        const callId = phone.ring('', { from: '<sip:gate.test>' });
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(hooksOf(phone.effects()), [
          'cmdIncomingCall',
          'cmdCallRing',
          'cmdCallEnd gate.test',
        ]);
      });

      const whatFires =
        version === '3.20.5' ? ['cmdIncomingCall 200', 'cmdCallBusy 200'] : ['cmdIncomingCall 200'];
      for (const [why, ini] of [
        ['DND', { 'Settings.DND': '1' }],
        ['denyIncoming', { 'Settings.denyIncoming': 'all' }],
      ] as const) {
        it(`refused before it rings, by ${why}: ${whatFires.join(', ')}`, () => {
          const phone = withHooks(version, ini);
          phone.ring('200');
          const effects = phone.effects();
          assert.deepEqual(messagesOf(effects), ['RESPONSE 486']);
          assert.deepEqual(hooksOf(effects), whatFires);
        });
      }

      it('automatic answer: no CallRing without a delay, CallRing with one', () => {
        const ini = { 'Settings.autoAnswer': 'all', 'Settings.localDTMF': '0' };
        const atOnce = withHooks(version, ini);
        atOnce.ring('200');
        assert.deepEqual(hooksOf(atOnce.effects()), [
          'cmdIncomingCall 200',
          'cmdCallAnswer 200',
          'cmdCallStart 200',
        ]);
        const later = withHooks(version, { ...ini, 'Settings.autoAnswerDelay': '3' });
        later.ring('200');
        assert.deepEqual(hooksOf(later.effects()), ['cmdIncomingCall 200', 'cmdCallRing 200']);
        later.wait(3000);
        assert.deepEqual(hooksOf(later.effects()), ['cmdCallAnswer 200', 'cmdCallStart 200']);
      });

      it('a hook without a value does not fire', () => {
        const phone = testPhone({ version, ini: { 'Settings.cmdCallEnd': 'C:\\end.exe' } });
        const callId = phone.talk('101');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallEnd 101']);
      });
    });
  }
});

describe('event hooks: they block MicroSIP (facts C.1, C.3)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      const slow = (ini = {}) =>
        testPhone({ version, quickHooks: false, ini: { 'Settings.singleMode': '0', ...ini } });

      it('while a hook runs, commands wait in their order and their senders with them', () => {
        const phone = slow({ 'Settings.cmdCallStart': 'C:\\start.exe' });
        phone.talk('101');
        phone.effects();
        phone.feed({ type: 'command-line', tail: '/dtmf:1', sender: 1 });
        phone.feed({ type: 'command-line', tail: '/dtmf:2', sender: 2 });
        assert.deepEqual(phone.effects(), []);
        phone.feed({ type: 'hook-ended', hook: 1 });
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['DTMF 1', 'DTMF 2']);
        assert.deepEqual(
          effects.flatMap((effect) => (effect.do === 'senderReleased' ? [effect.sender] : [])),
          [1, 2],
        );
      });

      it('after ten seconds MicroSIP goes on without the hook, and its late end matters to nobody', () => {
        const phone = slow({ 'Settings.cmdCallStart': 'C:\\start.exe' });
        phone.talk('101');
        phone.run('/dtmf:1');
        phone.effects();
        assert.deepEqual(messagesOf(phone.wait(9999)), []);
        assert.deepEqual(messagesOf(phone.wait(1)), ['DTMF 1']);
        phone.effects();
        assert.deepEqual(phone.feed({ type: 'hook-ended', hook: 1 }), []);
      });

      it('the SIP stack goes on: the call is over long before its CallStart runs', () => {
        const phone = slow({
          'Settings.cmdOutgoingCall': 'C:\\out.exe',
          'Settings.cmdCallStart': 'C:\\start.exe',
          'Settings.cmdCallEnd': 'C:\\end.exe',
        });
        const callId = phone.dial('101');
        phone.feed({ type: 'far-end-answered', callId });
        phone.feed({ type: 'far-end-hung-up', callId });
        const before = phone.effects();
        assert.deepEqual(statesOf(before, callId), ['CALLING', 'CONNECTING', 'CONFIRMED', 'DISCONNECTED']);
        assert.deepEqual(hooksOf(before), ['cmdOutgoingCall 101']);
        phone.feed({ type: 'hook-ended', hook: 1 });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallStart 101']);
        phone.feed({ type: 'hook-ended', hook: 2 });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallEnd 101']);
      });

      it('hooks of one answer follow each other, each after the end of the one before', () => {
        const phone = slow({ ...everyHook, 'Settings.cmdIncomingCall': '', 'Settings.cmdCallRing': '' });
        phone.ring('200');
        phone.effects();
        phone.run('/answer');
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallAnswer 200']);
        phone.wait(4000);
        assert.deepEqual(hooksOf(phone.effects()), []);
        phone.feed({ type: 'hook-ended', hook: 1 });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallStart 200']);
      });

      it('a hang-up of several calls hangs up the next only when the hook of the one before has ended', () => {
        const phone = slow({ 'Settings.cmdCallEnd': 'C:\\end.exe' });
        phone.talk('101');
        phone.talk('102');
        phone.effects();
        phone.run('/hangupall');
        assert.deepEqual(messagesOf(phone.effects()), ['BYE']);
        phone.feed({ type: 'hook-ended', hook: 1 });
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['BYE']);
        assert.deepEqual(hooksOf(effects), ['cmdCallEnd 102']);
      });

      it('cmdIncomingCall blocks SIP handling and not the windows', () => {
        const phone = slow({ 'Settings.cmdIncomingCall': 'C:\\in.exe' });
        const talking = phone.talk('101');
        phone.effects();
        const ringing = phone.ring('200');
        assert.deepEqual(
          phone.effects().flatMap((effect) => (effect.do === 'hook' ? [effect.blocks] : [])),
          ['sip'],
        );
        phone.feed({ type: 'far-end-hung-up', callId: talking });
        assert.deepEqual(statesOf(phone.effects(), talking), []);
        assert.deepEqual(messagesOf(phone.run('/dtmf:1')), ['DTMF 1']);
        phone.feed({ type: 'hook-ended', hook: 1 });
        const effects = phone.effects();
        assert.deepEqual(statesOf(effects, talking), ['DISCONNECTED']);
        assert.deepEqual(statesOf(effects, ringing), ['EARLY']);
      });

      it('nobody can answer a call while its cmdIncomingCall runs', () => {
        const phone = slow({ 'Settings.cmdIncomingCall': 'C:\\in.exe' });
        phone.ring('200');
        phone.effects();
        assert.deepEqual(messagesOf(phone.run('/answer')), []);
      });

      it('the digits behind a dialled comma start a second after the hooks of the answer', () => {
        const phone = slow({ 'Settings.cmdCallStart': 'C:\\start.exe' });
        phone.talk('101,5');
        phone.wait(3000);
        phone.feed({ type: 'hook-ended', hook: 1 });
        phone.effects();
        assert.deepEqual(messagesOf(phone.wait(999)), []);
        assert.deepEqual(messagesOf(phone.wait(1)), ['DTMF 5']);
      });
    });
  }
});

describe('event hooks: how they are run (facts C.2, C.3)', () => {
  for (const version of verifiedVersions) {
    it(`the argument stands unquoted behind the command (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.cmdOutgoingCall': 'C:\\ev.exe "a b"  c' } });
      phone.dial('101');
      const [hook] = phone.effects().filter((effect) => effect.do === 'hook');
      assert.deepEqual([hook?.file, hook?.params], ['C:\\ev.exe', 'a b c 101']);
    });

    const filled = version === '3.20.5' ? '{user}@{server}' : '101@pbx.test';
    it(`placeholders of cmdOutgoingCall become ${filled} (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.cmdOutgoingCall': 'C:\\ev.exe {user}@{server}' } });
      phone.dial('101');
      const [hook] = phone.effects().filter((effect) => effect.do === 'hook');
      assert.equal(hook?.params, `${filled} 101`);
    });

    if (version !== '3.20.5') {
      for (const [how, stored] of [
        ['in clear text', 'secret'],
        ['as a cipher, which the model has no key for', '5f1c0a7799'],
      ] as const) {
        it(`{password} is the password as it stands in the ini, here ${how} (facts C.2, D.4, ${version})`, () => {
          const ini = { 'Settings.cmdOutgoingCall': 'C:\\ev.exe {password}', 'Account1.password': stored };
          const phone = testPhone({ version, ini });
          phone.dial('101');
          const [hook] = phone.effects().filter((effect) => effect.do === 'hook');
          assert.equal(hook?.params, `${stored} 101`);
        });
      }
    }

    it(`no other hook has placeholders (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.cmdCallStart': 'C:\\ev.exe {user}' } });
      phone.talk('101');
      const [hook] = phone.effects().filter((effect) => effect.do === 'hook');
      assert.equal(hook?.params, '{user} 101');
    });
  }
});

import assert from 'node:assert/strict';

import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { autoAnswerBeepMs } from '../../../../sdk/src/phone-model/call/auto-answer.ts';
import type { PhoneEffect } from '../../../../sdk/src/phone-model/phone-effect.ts';
import { callsOf } from '../../../../sdk/src/phone-model/phone-selectors.ts';
import { messagesOf, statesOf, testPhone, type TestPhone } from '../phone-under-test.ts';

const answerAll = { 'Settings.autoAnswer': 'all', 'Settings.localDTMF': '0' };

const isAnswered = (phone: TestPhone, callId: string): boolean =>
  callsOf(phone.state()).some((call) => call.callId === callId && call.state === 'CONFIRMED');

const responseOf = (effects: readonly PhoneEffect[]) =>
  effects
    .flatMap((effect) => (effect.do === 'send' ? [effect.message] : []))
    .find((message) => message.method === 'RESPONSE');

describe('automatic answer (facts G)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      const answers = (ini: Readonly<Record<string, string>>, more = {}): boolean => {
        const phone = testPhone({ version, ini: { 'Settings.localDTMF': '0', ...ini } });
        return isAnswered(phone, phone.ring('200', more));
      };

      it('autoAnswer: "" is off, button follows AA, all is always', () => {
        assert.equal(answers({ 'Settings.autoAnswer': '', 'Settings.AA': '1' }), false);
        assert.equal(answers({ 'Settings.autoAnswer': 'button' }), false);
        assert.equal(answers({ 'Settings.autoAnswer': 'button', 'Settings.AA': '1' }), true);
        assert.equal(answers({ 'Settings.autoAnswer': 'all' }), true);
      });

      it('header: only when the INVITE asks for it', () => {
        const header = { 'Settings.autoAnswer': 'header' };
        assert.equal(answers(header), false);
        assert.equal(answers(header, { autoAnswerHeader: 'TRUE' }), true);
        assert.equal(answers(header, { autoAnswerHeader: '1' }), true);
        assert.equal(answers(header, { autoAnswerHeader: '0' }), false);
        assert.equal(answers(header, { callInfo: '<sip:pbx.test>;Auto Answer' }), true);
        assert.equal(answers(header, { callInfo: '<sip:pbx.test>;answer-after=0' }), true);
        assert.equal(answers({ 'Settings.autoAnswer': '' }, { autoAnswerHeader: '1' }), false);
      });

      it('answer-after overrides the delay', () => {
        const phone = testPhone({
          version,
          ini: {
            'Settings.autoAnswer': 'header',
            'Settings.autoAnswerDelay': '9',
            'Settings.localDTMF': '0',
          },
        });
        const callId = phone.ring('200', { callInfo: '<sip:pbx.test>;answer-after=2' });
        phone.wait(1999);
        assert.equal(isAnswered(phone, callId), false);
        phone.wait(1);
        assert.equal(isAnswered(phone, callId), true);
      });

      it('with the delay taken by one call, a second is not answered', () => {
        const phone = testPhone({
          version,
          ini: { ...answerAll, 'Settings.autoAnswerDelay': '5', 'Settings.singleMode': '0' },
        });
        const first = phone.ring('200');
        phone.wait(1000);
        const second = phone.ring('201');
        phone.feed({ type: 'far-end-hung-up', callId: first });
        phone.wait(60_000);
        assert.equal(isAnswered(phone, second), false);
      });

      it('a caller who gives up leaves the delay to the next', () => {
        const phone = testPhone({ version, ini: { ...answerAll, 'Settings.autoAnswerDelay': '3' } });
        const first = phone.ring('200');
        phone.wait(1000);
        phone.feed({ type: 'far-end-hung-up', callId: first });
        const second = phone.ring('201');
        phone.wait(2999);
        assert.equal(isAnswered(phone, second), false);
        phone.wait(1);
        assert.equal(isAnswered(phone, second), true);
      });

      it('no automatic answer beside another call', () => {
        const phone = testPhone({ version, ini: { ...answerAll, 'Settings.singleMode': '0' } });
        phone.talk('101');
        assert.equal(isAnswered(phone, phone.ring('200')), false);
      });

      const loosens = version === '3.22.3' || version === '3.22.16';
      it(`autoAnswerCalls ${loosens ? 'loosens that' : 'is unknown'}`, () => {
        const beside = (how: string, held: boolean): boolean => {
          const ini = { ...answerAll, 'Settings.singleMode': '0', 'Settings.autoAnswerCalls': how };
          const phone = testPhone({ version, ini });
          phone.talk('101');
          if (held) phone.run('msip:hold');
          return isAnswered(phone, phone.ring('200'));
        };
        assert.equal(beside('all', false), loosens);
        assert.equal(beside('hold', true), loosens);
        assert.equal(beside('hold', false), false);
      });

      it('with localDTMF a beep comes first, and the answer when it is over', () => {
        const phone = testPhone({ version, ini: { 'Settings.autoAnswer': 'all' } });
        const callId = phone.ring('200');
        phone.wait(autoAnswerBeepMs - 1);
        assert.equal(isAnswered(phone, callId), false);
        phone.wait(1);
        assert.equal(isAnswered(phone, callId), true);
      });

      it('a call that is over before its answer is due is left alone', () => {
        const phone = testPhone({ version, ini: { ...answerAll, 'Settings.autoAnswerDelay': '5' } });
        const callId = phone.ring('200');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(messagesOf(phone.wait(10_000)), []);
      });

      it('autoAnswerNumber limits it to these callers', () => {
        const only = (list: string): boolean =>
          answers({ 'Settings.autoAnswer': 'all', 'Settings.autoAnswerNumber': list });
        assert.equal(only('200'), true);
        assert.equal(only('201'), false);
        const lists = version !== '3.20.5';
        assert.equal(only('201;200'), lists);
        assert.equal(only('2*'), lists);
        assert.equal(only('300|2?0'), lists);
      });
    });
  }
});

describe('forwarding (facts G)', () => {
  it('3.20.5 knows none', () => {
    const phone = testPhone({
      version: '3.20.5',
      ini: { 'Settings.forwarding': 'all', 'Settings.forwardingNumber': '300' },
    });
    phone.ring('200');
    assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 180']);
  });

  for (const version of ['3.21.6', '3.22.3', '3.22.16'] as const) {
    describe(version, () => {
      const forwarding = { 'Settings.forwarding': 'all', 'Settings.forwardingNumber': '300' };

      it('302 with Contact and Diversion, without ringing and without cmdCallRing', () => {
        const phone = testPhone({ version, ini: { ...forwarding, 'Settings.cmdCallRing': 'C:\\ring.exe' } });
        phone.ring('200');
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['RESPONSE 302']);
        const response = responseOf(effects);
        assert.equal(response?.contact, '<sip:300@pbx.test>');
        assert.equal(response.diversion, '<sip:1001@pbx.test>');
        assert.ok(!effects.some((effect) => effect.do === 'hook'));
      });

      it('button follows FWD', () => {
        const ini = { ...forwarding, 'Settings.forwarding': 'button' };
        const phone = testPhone({ version, ini });
        phone.ring('200');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 180']);
        phone.feed({ type: 'user-presses', button: 'FWD' });
        phone.ring('201');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 302']);
      });

      it('forwardingDelay rings first; there is one timer for it', () => {
        const phone = testPhone({ version, ini: { ...forwarding, 'Settings.forwardingDelay': '4' } });
        phone.ring('200');
        phone.wait(1000);
        const second = phone.ring('201');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 180', 'RESPONSE 180']);
        assert.deepEqual(messagesOf(phone.wait(3000)), ['RESPONSE 302']);
        assert.deepEqual(messagesOf(phone.wait(60_000)), []);
        assert.deepEqual(
          callsOf(phone.state()).map((call) => call.callId),
          [second],
        );
      });

      it('an answered call is no longer forwarded', () => {
        const phone = testPhone({ version, ini: { ...forwarding, 'Settings.forwardingDelay': '4' } });
        phone.ring('200');
        phone.run('/answer');
        assert.deepEqual(messagesOf(phone.wait(10_000)), []);
      });
    });
  }
});

describe('refusing before it rings (facts G)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      const nameOf = (mode: string): string =>
        version === '3.20.5' ? ({ userdomain: 'address', remotedomain: 'rdomain' }[mode] ?? mode) : mode;

      for (const [mode, invite, refused] of [
        ['all', {}, true],
        ['button', {}, false],
        ['', {}, false],
        ['user', { to: '<sip:1001@pbx.test>' }, false],
        ['user', { to: '<sip:1002@pbx.test>' }, true],
        ['domain', { to: '<sip:1002@pbx.test>' }, false],
        ['domain', { to: '<sip:1001@10.0.0.1>' }, true],
        ['userdomain', { to: '<sip:1001@pbx.test>' }, false],
        ['userdomain', { to: '<sip:1001@10.0.0.1>' }, true],
        ['userdomain', { to: '<sip:1002@pbx.test>' }, true],
        ['remotedomain', { from: '<sip:200@pbx.test>' }, false],
        ['remotedomain', { from: '<sip:200@far.test>' }, true],
      ] as const) {
        it(`denyIncoming=${nameOf(mode)} with ${JSON.stringify(invite)}: ${refused ? '486' : 'rings'}`, () => {
          const phone = testPhone({ version, ini: { 'Settings.denyIncoming': nameOf(mode) } });
          phone.ring('200', invite);
          assert.deepEqual(messagesOf(phone.effects()), [refused ? 'RESPONSE 486' : 'RESPONSE 180']);
        });
      }

      it('button follows DND', () => {
        const phone = testPhone({ version });
        phone.feed({ type: 'user-presses', button: 'DND' });
        phone.ring('200');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 486']);
      });

      it(`the refusal says why ${version === '3.20.5' ? 'to nobody' : 'in a Reason header'}`, () => {
        const phone = testPhone({ version, ini: { 'Settings.DND': '1' } });
        phone.ring('200');
        const reason = version === '3.20.5' ? undefined : 'Do Not Disturb';
        assert.equal(responseOf(phone.effects())?.reason, reason);
      });

      it('callWaiting=0: any other live call refuses the next', () => {
        const phone = testPhone({ version, ini: { 'Settings.callWaiting': '0' } });
        phone.ring('200');
        phone.effects();
        phone.ring('201');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 486']);
      });

      it('callWaiting=1 in singleMode: the second call still rings', () => {
        const phone = testPhone({ version });
        phone.talk('101');
        phone.effects();
        phone.ring('200');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 180']);
      });

      it('maxConcurrentCalls counts calls of both directions and the new one; it never limits outgoing ones', () => {
        const ini = { 'Settings.maxConcurrentCalls': '2', 'Settings.singleMode': '0' };
        const phone = testPhone({ version, ini });
        phone.dial('101');
        phone.effects();
        phone.ring('200');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 180']);
        phone.ring('201');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 486']);
        phone.dial('102');
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:102@pbx.test>']);
      });

      const counts = version !== '3.22.16';
      it(`maxConcurrentCalls ${counts ? 'counts' : 'does not count'} a call that is being hung up`, () => {
        const ini = { 'Settings.maxConcurrentCalls': '1', 'Settings.cmdIncomingCall': 'C:\\in.exe' };
        const phone = testPhone({ version, ini, quickHooks: false });
        phone.talk('101');
        phone.ring('200');
        phone.effects();
        phone.run('/hangupall');
        phone.effects();
        phone.feed({ type: 'hook-ended', hook: 1 });
        assert.equal(messagesOf(phone.effects())[0], counts ? 'RESPONSE 486' : 'RESPONSE 180');
      });

      it('a caller who is in a call with us already, even one we are just dialling, gets 486 (facts K.34)', () => {
        const phone = testPhone({ version });
        phone.dial('101');
        phone.effects();
        phone.ring('101');
        assert.deepEqual(messagesOf(phone.effects()), ['RESPONSE 486']);
      });

      it('the INVITE of the call just declined, sent again, gets 487 in silence', () => {
        const phone = testPhone({ version, ini: { 'Settings.cmdCallEnd': 'C:\\end.exe' } });
        const callId = phone.ring('200');
        phone.feed({ type: 'user-declines', callId });
        phone.effects();
        phone.feed({ type: 'incoming-call', callId, from: '<sip:200@pbx.test>' });
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['RESPONSE 487']);
        assert.ok(!effects.some((effect) => effect.do === 'hook' || effect.do === 'historyInsert'));
      });
    });
  }
});

describe('autoHangUpTime (facts G)', () => {
  for (const version of verifiedVersions) {
    for (const direction of ['outgoing', 'incoming'] as const) {
      it(`ends an ${direction} call with BYE and a warning (${version})`, () => {
        const phone = testPhone({ version, ini: { 'Settings.autoHangUpTime': '30' } });
        const callId = direction === 'outgoing' ? phone.talk('101') : phone.ring('200');
        if (direction === 'incoming') phone.run('/answer');
        phone.effects();
        assert.deepEqual(messagesOf(phone.wait(29_999)), []);
        const effects = phone.wait(1);
        assert.deepEqual(messagesOf(effects), ['BYE']);
        assert.ok(JSON.stringify(effects).includes('399 '));
        assert.deepEqual(statesOf(effects, callId), ['DISCONNECTED']);
      });
    }
  }
});

describe('who the caller is (facts C.5, M)', () => {
  for (const version of verifiedVersions) {
    const asserted = version === '3.22.3' || version === '3.22.16';
    it(`P-Asserted-Identity ${asserted ? 'replaces' : 'does not replace'} the From header for hooks (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.cmdIncomingCall': 'C:\\in.exe' } });
      phone.ring('200', { assertedIdentity: '"Boss" <sip:900@pbx.test>' });
      const [hook] = phone.effects().filter((effect) => effect.do === 'hook');
      assert.equal(hook?.argument, asserted ? '900' : '200');
    });
  }
});

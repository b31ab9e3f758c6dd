import assert from 'node:assert/strict';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { callsOf } from '../../../sdk/src/phone-model/phone-selectors.ts';
import { advance, startPhone } from '../../../sdk/src/phone-model/phone.ts';
import { hooksOf, kindsOf, messagesOf, testPhone } from './phone-under-test.ts';

describe('surprises for automators (facts K)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('K.2: an unknown flag is a phone call', () => {
        const phone = testPhone({ version });
        phone.run('-hangup');
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:-hangup@pbx.test>']);
      });

      it('K.11: a local error fires no hook and makes no call', () => {
        const phone = testPhone({ version, ini: { 'Settings.cmdCallEnd': 'C:\\end.exe' } });
        phone.run('https://pbx.test');
        const effects = phone.effects();
        assert.ok(kindsOf(effects).includes('modal'));
        assert.deepEqual(hooksOf(effects), []);
        assert.equal(callsOf(phone.state()).length, 0);
      });

      it('K.13, K.14: a start without a window stays hidden only until the next dial', () => {
        const phone = testPhone({ version, tail: '/minimized' });
        phone.run('101');
        assert.equal(phone.state().mainWindow, 'shown');
      });

      it('K.17: OK in the settings ends all calls and registers anew', () => {
        const phone = testPhone({ version, ini: { 'Settings.singleMode': '0' } });
        phone.talk('101');
        phone.ring('200');
        phone.effects();
        phone.feed({ type: 'user-accepts-settings' });
        assert.deepEqual(messagesOf(phone.effects()), ['BYE', 'RESPONSE 603']);
        assert.deepEqual(callsOf(phone.state()), []);
        assert.deepEqual(phone.state().registration, { added: true, status: 0 });
      });

      for (const status of [401, 403]) {
        it(`K.19: ${String(status)} opens the account dialog, or a balloon when the window is hidden`, () => {
          const visible = testPhone({ version, registered: false });
          assert.ok(
            kindsOf(visible.feed({ type: 'registration-answered', status })).includes('openAccountDialog'),
          );
          const hidden = testPhone({ version, registered: false, tail: '/minimized' });
          assert.ok(kindsOf(hidden.feed({ type: 'registration-answered', status })).includes('balloon'));
        });
      }

      it('K.25: /password: alone is remembered and nothing else', () => {
        const phone = testPhone({ version });
        assert.deepEqual(kindsOf(phone.run('/password:secret')), ['setPassword']);
        assert.equal(phone.state().overridePassword, 'secret');
        assert.equal(phone.state().settings.accounts['1']?.password, '');
      });

      it('K.25: /account:N/password: saves', () => {
        const phone = testPhone({ version });
        phone.run('/account:2 /password:a secret');
        assert.equal(phone.state().settings.accounts['2']?.password, 'a secret');
      });

      it('K.33: an incoming call overwrites lastCallNumber', () => {
        const phone = testPhone({ version });
        const callId = phone.talk('101');
        phone.feed({ type: 'far-end-hung-up', callId });
        phone.ring('200');
        assert.equal(phone.state().settings.lastCallNumber, '200');
      });

      it('K.35: a caller who hides is called anonymous in hooks', () => {
        const phone = testPhone({ version, ini: { 'Settings.cmdCallRing': 'C:\\ring.exe' } });
        phone.ring('', { from: '"Anonymous" <sip:anonymous@anonymous.invalid>' });
        assert.deepEqual(hooksOf(phone.effects()), ['cmdCallRing anonymous']);
      });

      it('K.34: two phones that dial each other at the same moment refuse each other', () => {
        const one = testPhone({ version, seed: 1 });
        const other = testPhone({ version, seed: 2, ini: { 'Account1.username': '1002' } });
        const fromOne = one.dial('1002');
        const fromOther = other.dial('1001');
        one.feed({ type: 'incoming-call', callId: fromOther, from: '<sip:1002@pbx.test>' });
        other.feed({ type: 'incoming-call', callId: fromOne, from: '<sip:1001@pbx.test>' });
        assert.ok(messagesOf(one.effects()).includes('RESPONSE 486'));
        assert.ok(messagesOf(other.effects()).includes('RESPONSE 486'));
      });
    });
  }

  describe('K.1: the age of the build', () => {
    const { settings } = testPhone().state();
    for (const [day, kinds] of [
      ['2028-03-13', ['start', 'register']],
      ['2028-03-14', ['start', 'modal', 'register']],
      ['2029-03-13', ['start', 'modal', 'register']],
      ['2029-03-14', ['openWebSite']],
    ] as const) {
      it(`3.22.16 started on ${day}: ${kinds.join(', ')}`, () => {
        const started = startPhone({ version: '3.22.16', settings, at: Date.parse(`${day}T12:00:00Z`) });
        assert.deepEqual(kindsOf(started.effects), kinds);
        assert.equal(started.state === undefined, kinds[0] === 'openWebSite');
      });
    }

    for (const [day, boxes] of [
      ['2028-09-12', [1, 1, 1]],
      ['2028-09-13', [1, 2, 3]],
    ] as const) {
      it(`3.22.16 started on ${day} has said it ${boxes.join(', ')} times after the start and two shows`, () => {
        const phone = testPhone({ at: Date.parse(`${day}T12:00:00Z`) });
        const shown = ['', 'msip:minimize', '101', 'msip:minimize', '102'].flatMap((tail) => {
          phone.run(tail);
          return tail === 'msip:minimize' ? [] : [phone.state().messageBoxes.length];
        });
        assert.deepEqual(shown, boxes);
      });
    }

    it('can be left out of account', () => {
      const started = startPhone({ version: '3.22.16', settings, at: Date.UTC(2040, 0), ageMatters: false });
      assert.deepEqual(kindsOf(started.effects), ['start', 'register']);
    });

    for (const version of ['3.20.5', '3.21.6', '3.22.3'] as const) {
      it(`${version} does not mind it`, () => {
        assert.deepEqual(kindsOf(startPhone({ version, settings, at: Date.UTC(2040, 0) }).effects), [
          'start',
          'register',
        ]);
      });
    }
  });

  it('time that runs backwards is taken for no time', () => {
    const phone = testPhone();
    const callId = phone.talk('101');
    const { state } = advance(phone.state(), { at: 0, type: 'far-end-hung-up', callId });
    assert.equal(state.at, phone.state().at);
    assert.deepEqual(callsOf(state), []);
  });
});

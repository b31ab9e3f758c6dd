import assert from 'node:assert/strict';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { startPhone } from '../../../sdk/src/phone-model/phone.ts';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import { phoneSettingsFrom } from '../../../sdk/src/phone-model/profile/phone-settings-from.ts';
import { hooksOf, kindsOf, messagesOf, testPhone } from './phone-under-test.ts';

const released = (effects: readonly PhoneEffect[]): readonly number[] =>
  effects.flatMap((effect) => (effect.do === 'senderReleased' ? [effect.sender] : []));

const hooksRunBy = (effects: readonly PhoneEffect[]): readonly number[] =>
  effects.flatMap((effect) => (effect.do === 'hook' ? [effect.hook] : []));

describe('starting (facts A.2)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      const settings = phoneSettingsFrom(() => undefined, version);
      const start = (tail: string) => startPhone({ version, settings, tail, at: 0 });

      for (const tail of ['/exit', '/answer', '/hangupall']) {
        it(`${tail} without an instance ends silently`, () => {
          assert.deepEqual(start(tail), { state: undefined, effects: [] });
        });
      }

      it('/minimized starts with a hidden window', () => {
        assert.equal(testPhone({ version, tail: '/minimized' }).state().mainWindow, 'hidden');
      });

      it('on the very first run /minimized shows the window', () => {
        assert.equal(testPhone({ version, tail: '/minimized', firstRun: true }).state().mainWindow, 'shown');
      });

      it('the ini key minimized starts hidden since 3.21.6', () => {
        const phone = testPhone({ version, ini: { 'Settings.minimized': '1' } });
        assert.equal(phone.state().mainWindow, version === '3.20.5' ? 'shown' : 'hidden');
      });

      it('a start adds the active account', () => {
        const { effects } = startPhone({ version, settings: testPhone({ version }).state().settings, at: 0 });
        assert.deepEqual(kindsOf(effects), ['start', 'register']);
      });

      it('without an account the account dialog opens (facts K.19)', () => {
        assert.deepEqual(kindsOf(start('').effects), ['start', 'openAccountDialog']);
      });
    });
  }

  for (const version of ['3.20.5', '3.21.6'] as const) {
    it(`/hidden starts without a window, and dialling does not show one in 3.21.6 (${version})`, () => {
      const phone = testPhone({ version, tail: '/hidden' });
      assert.equal(phone.state().hiddenMode, true);
      phone.run('101');
      assert.equal(phone.state().mainWindow, version === '3.21.6' ? 'hidden' : 'shown');
    });
  }
});

describe('the running instance (facts A.2, B)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('an empty command line shows the window; /minimized does nothing at all', () => {
        const phone = testPhone({ version, tail: '/minimized' });
        assert.deepEqual(kindsOf(phone.run('/minimized')), []);
        assert.equal(phone.state().mainWindow, 'hidden');
        assert.deepEqual(kindsOf(phone.run('')), ['showMain']);
        assert.equal(phone.state().mainWindow, 'shown');
      });

      it('msip:minimize hides the window, and a later dial shows it again (facts K.14)', () => {
        const phone = testPhone({ version });
        phone.run('msip:minimize');
        assert.equal(phone.state().mainWindow, 'hidden');
        phone.run('101');
        assert.equal(phone.state().mainWindow, 'shown');
      });

      it('without a SIP stack a command is lost, and the window is shown instead', () => {
        const phone = testPhone({ version, stack: 'failed', registered: false });
        assert.deepEqual(kindsOf(phone.run('101')), ['showMain']);
        assert.deepEqual(
          kindsOf(phone.feed({ type: 'command-line', tail: '102', by: 'window-message' })),
          [],
        );
        phone.feed({ type: 'stack-started' });
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(phone.state().dialled, []);
      });

      it('a stack that comes up late handles the command line of the start (facts K.20)', () => {
        const phone = testPhone({ version, stack: 'failed', tail: '101', registered: false });
        assert.equal(phone.state().messageBoxes.length, 1);
        phone.feed({ type: 'stack-started' });
        assert.equal(phone.state().messageBoxes.length, 0);
        assert.equal(phone.state().parked, '101');
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:101@pbx.test>']);
      });

      it('a sender waits while a hook freezes the windows; the sender of a posted message does not', () => {
        const ini = { 'Settings.cmdCallStart': 'C:\\start.exe' };
        const phone = testPhone({ version, ini, quickHooks: false });
        phone.talk('101');
        assert.deepEqual(released(phone.feed({ type: 'command-line', tail: '/dtmf:1', sender: 1 })), []);
        const posted = { type: 'command-line', tail: '/dtmf:2', sender: 2, by: 'window-message' } as const;
        assert.deepEqual(released(phone.feed(posted)), [2]);
        assert.deepEqual(released(phone.wait(10_000)), [1]);
      });

      it('a hook that starts MicroSIP and waits for it hangs with it for ten seconds (facts B.2, C.3 (5), K.8)', () => {
        const ini = { 'Settings.cmdCallStart': 'C:\\start.exe' };
        const phone = testPhone({ version, ini, quickHooks: false });
        phone.talk('101');
        const hook = hooksRunBy(phone.effects())[0];
        assert.ok(hook !== undefined);
        // The hook ends when its `microsip.exe /hangupall` does, and that ends when the windows have handled it.
        assert.deepEqual(phone.feed({ type: 'command-line', tail: '/hangupall', sender: 1 }), []);
        assert.deepEqual(phone.wait(9999), []);
        const effects = phone.wait(1);
        assert.deepEqual(messagesOf(effects), ['BYE']);
        assert.deepEqual(released(effects), [1]);
        assert.deepEqual(phone.feed({ type: 'hook-ended', hook }), [], 'by then nobody waits for the hook');
      });

      it('a hook that starts MicroSIP and ends at once holds nobody up (facts C.3 (5))', () => {
        const ini = { 'Settings.cmdCallStart': 'C:\\start.exe' };
        const phone = testPhone({ version, ini, quickHooks: false });
        phone.talk('101');
        const hook = hooksRunBy(phone.effects())[0];
        assert.ok(hook !== undefined);
        phone.feed({ type: 'command-line', tail: '/hangupall', sender: 1 });
        const effects = phone.feed({ type: 'hook-ended', hook });
        assert.deepEqual(messagesOf(effects), ['BYE']);
        assert.deepEqual(released(effects), [1]);
      });

      it('cmdIncomingCall may wait for MicroSIP, for it freezes the SIP stack and not the windows (facts C.1, C.3 (5))', () => {
        const ini = { 'Settings.cmdIncomingCall': 'C:\\in.exe' };
        const phone = testPhone({ version, ini, quickHooks: false });
        phone.ring('200');
        const hook = hooksRunBy(phone.effects())[0];
        assert.ok(hook !== undefined);
        const effects = phone.feed({ type: 'command-line', tail: 'msip:minimize', sender: 1 });
        assert.deepEqual(released(effects), [1]);
        assert.deepEqual(messagesOf(phone.feed({ type: 'hook-ended', hook })), ['RESPONSE 180']);
      });

      it('a message box holds the sender of its command until it is closed, and nobody else (facts A.6, K.11)', () => {
        const ini = { 'Settings.cmdCallEnd': 'C:\\end.exe' };
        const phone = testPhone({ version, ini });
        const effects = phone.feed({ type: 'command-line', tail: 'https://pbx.test', sender: 1 });
        assert.ok(kindsOf(effects).includes('modal'));
        assert.deepEqual(released(effects), []);
        assert.deepEqual(hooksOf(effects), []);
        assert.deepEqual(
          released(phone.feed({ type: 'command-line', tail: 'msip:minimize', sender: 2 })),
          [2],
        );
        assert.deepEqual(released(phone.feed({ type: 'user-confirms' })), [1]);
      });

      it('/exit hides, saves, hangs up without a question and ends (facts K.27)', () => {
        const ini = { 'Settings.singleMode': '0', 'Settings.cmdCallEnd': 'C:\\end.exe' };
        const phone = testPhone({ version, ini });
        phone.talk('101');
        phone.ring('200');
        phone.effects();
        phone.feed({ type: 'command-line', tail: '/exit', sender: 7 });
        const effects = phone.effects();
        const kinds = kindsOf(effects);
        assert.equal(kinds[0], version === '3.22.16' ? 'sendExitCommand' : 'sendClose');
        assert.ok(kinds.indexOf('hideWindow') < kinds.indexOf('settingsSave'));
        assert.ok(kinds.indexOf('settingsSave') < kinds.indexOf('exit'));
        assert.deepEqual(messagesOf(effects), ['BYE', 'RESPONSE 603']);
        assert.deepEqual(hooksOf(effects), ['cmdCallEnd 101', 'cmdCallEnd 200']);
        assert.deepEqual(released(effects), [7]);
        assert.equal(phone.state().process, 'ended');
        assert.deepEqual(phone.run('101'), []);
      });
    });
  }

  for (const version of ['3.21.6', '3.22.3', '3.22.16'] as const) {
    it(`/resetnoask closes the instance, then deletes the data folders (${version})`, () => {
      const phone = testPhone({ version });
      const kinds = kindsOf(phone.run('/resetnoask'));
      assert.deepEqual(kinds.slice(-3), ['exit', 'deleteDir', 'deleteDir']);
      assert.equal(phone.state().process, 'ended');
    });

    it(`/reset asks; a no keeps the data, but the instance is gone (${version})`, () => {
      const phone = testPhone({ version });
      const kinds = kindsOf(phone.feed({ type: 'command-line', tail: '/reset', answersYes: false }));
      assert.deepEqual(kinds.slice(-2), ['exit', 'ask']);
    });
  }
});

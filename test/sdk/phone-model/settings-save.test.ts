import assert from 'node:assert/strict';

import { hookKeys } from '../../../sdk/src/catalogue/hook.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { phoneSettingsFrom } from '../../../sdk/src/phone-model/profile/phone-settings-from.ts';
import { profileEntriesFrom } from '../../../sdk/src/phone-model/profile/profile-entries.ts';
import { kindsOf, messagesOf, testPhone, type TestIni } from './phone-under-test.ts';

describe('when the ini is rewritten (facts D.3)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('5 s after a change of the volume, the last one counting', () => {
        const phone = testPhone({ version });
        phone.run('msip:micdown');
        phone.wait(3000);
        phone.run('msip:micdown');
        phone.effects();
        assert.deepEqual(kindsOf(phone.wait(4999)), []);
        assert.deepEqual(kindsOf(phone.wait(1)), ['settingsSave']);
        assert.deepEqual(kindsOf(phone.wait(60_000)), []);
      });

      for (const event of [
        { type: 'user-presses', button: 'DND' },
        { type: 'user-presses', button: 'AA' },
        { type: 'user-arranges-window' },
      ] as const) {
        it(`5 s after ${event.type}${'button' in event ? ` ${event.button}` : ''}`, () => {
          const phone = testPhone({ version });
          phone.feed(event);
          assert.deepEqual(kindsOf(phone.wait(5000)), ['settingsSave']);
        });
      }

      it('at a switch of the account, at OK in the settings and at the exit', () => {
        const phone = testPhone({ version });
        assert.ok(kindsOf(phone.run('/account:2')).includes('settingsSave'));
        assert.ok(kindsOf(phone.feed({ type: 'user-accepts-settings' })).includes('settingsSave'));
        assert.ok(kindsOf(phone.run('/exit')).includes('settingsSave'));
      });

      it('a call alone rewrites nothing, so lastCallNumber reaches the disk with the next save', () => {
        const phone = testPhone({ version });
        const callId = phone.talk('101');
        phone.feed({ type: 'far-end-hung-up', callId });
        phone.wait(60_000);
        assert.ok(!kindsOf(phone.effects()).includes('settingsSave'));
        assert.equal(phone.state().settings.lastCallNumber, '101');
      });

      it('a frozen window saves when it comes to it', () => {
        const phone = testPhone({
          version,
          quickHooks: false,
          ini: { 'Settings.cmdCallStart': 'C:\\start.exe' },
        });
        phone.run('msip:micdown');
        phone.wait(1000);
        phone.talk('101');
        assert.ok(!kindsOf(phone.wait(9999)).includes('settingsSave'));
        assert.ok(kindsOf(phone.wait(1)).includes('settingsSave'));
      });
    });
  }
});

describe('edits of the ini while MicroSIP runs (facts D.3)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      const accountsOf = (ini: TestIni) => testPhone({ version, ini }).state().settings.accounts;

      it('an account that is not the active one is read anew when it is switched to', () => {
        const phone = testPhone({ version });
        const accounts = accountsOf({ 'Account2.domain': 'new.test' });
        phone.feed({ type: 'accounts-edited', accounts });
        phone.run('/account:2 101');
        phone.effects();
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:101@new.test>']);
      });

      it('an account that was added can be switched to, and one that was taken away cannot', () => {
        const phone = testPhone({ version });
        const { 2: second, ...others } = accountsOf({ 'Account3.domain': 'three.test' });
        assert.ok(second !== undefined);
        phone.feed({ type: 'accounts-edited', accounts: others });
        phone.run('/account:2');
        assert.equal(phone.state().settings.accountId, 1);
        phone.run('/account:3');
        assert.equal(phone.state().settings.accountId, 3);
      });

      it('the active account stays as it was read', () => {
        const phone = testPhone({ version });
        phone.feed({ type: 'accounts-edited', accounts: accountsOf({ 'Account1.domain': 'new.test' }) });
        phone.run('101');
        assert.ok(messagesOf(phone.effects()).includes('INVITE <sip:101@pbx.test>'));
        phone.feed({ type: 'accounts-edited', accounts: {} });
        assert.equal(phone.state().settings.accounts['1']?.domain, 'pbx.test');
      });
    });
  }
});

describe('what is written (facts D.3, D.4)', () => {
  const written = (ini: TestIni, version: (typeof verifiedVersions)[number]): ReadonlyMap<string, string> =>
    new Map(
      profileEntriesFrom(testPhone({ version, ini }).state()).map(({ key, section, value }) => [
        `${section}.${key}`,
        value,
      ]),
    );

  for (const version of verifiedVersions) {
    describe(version, () => {
      const quoted = version !== '3.20.5';
      it(`hooks are written ${quoted ? 'in one pair of quotes' : 'raw'}`, () => {
        const entries = written({ 'Settings.cmdCallEnd': '"C:\\My Tools\\ev.exe" end' }, version);
        const value = '"C:\\My Tools\\ev.exe" end';
        assert.equal(entries.get('Settings.cmdCallEnd'), quoted ? `"${value}"` : value);
      });

      it('what was written is read back as the same settings, and the second save equals the first', () => {
        const ini: TestIni = {
          'Settings.cmdCallEnd': '"C:\\My Tools\\ev.exe" end',
          'Settings.denyIncoming': version === '3.20.5' ? 'rdomain' : 'remotedomain',
          'Settings.audioInputDevice': '"Headset"',
          'Settings.autoAnswerNumber': '10*;20?',
          'Settings.userAgent': 'x',
        };
        const first = written(ini, version);
        const again = written(Object.fromEntries(first), version);
        // 3.20.5 writes hooks raw, so a value in one pair of quotes loses it at the first save (facts C.4).
        assert.deepEqual(again, first);
      });

      it('every key of the ini it knows is written, not only what changed', () => {
        const entries = written({}, version);
        assert.equal(entries.get('Settings.singleMode'), '1');
        assert.equal(entries.get('Settings.audioCodecs'), 'PCMA/8000/1 PCMU/8000/1');
        assert.equal(entries.has('Settings.minimized'), version !== '3.20.5');
        assert.equal(entries.has('Settings.silent'), version === '3.20.5' || version === '3.21.6');
        assert.equal(entries.get(`${version === '3.22.16' ? 'Global' : 'Settings'}.version`), version);
      });
    });
  }
});

describe('reading the ini (facts D.5, D.6)', () => {
  const read = (ini: TestIni, version: (typeof verifiedVersions)[number] = '3.22.16') =>
    phoneSettingsFrom((section, key) => ini[`${section}.${key}`], version);

  it('an empty ini gives the defaults', () => {
    const settings = read({});
    assert.equal(settings.singleMode, true);
    assert.equal(settings.autoAnswer, 'button');
    assert.equal(settings.denyIncoming, 'button');
    assert.equal(settings.callWaiting, true);
    assert.equal(settings.localDTMF, true);
    assert.equal(settings.enableLog, false);
    assert.equal(settings.featureCodeBT, '##');
    assert.equal(settings.volumeInput, 100);
    for (const key of hookKeys) assert.equal(settings.hooks[key], '');
  });

  it('accountId 0 without a local account is repaired to 1', () => {
    assert.equal(read({ 'Settings.accountId': '0' }).accountId, 1);
    assert.equal(read({ 'Settings.accountId': '0', 'Settings.enableLocalAccount': '1' }).accountId, 0);
  });

  it('values are cut at 255 characters, those of accounts at 1040', () => {
    const settings = read({
      'Settings.cmdCallEnd': 'x'.repeat(300),
      'Account1.domain': 'd'.repeat(2000),
    });
    assert.equal(settings.hooks.cmdCallEnd.length, 255);
    assert.equal(settings.accounts['1']?.domain.length, 1040);
  });

  it('audioCodecs is cut at 511 characters since 3.21.6, at 255 in 3.20.5 (facts D.4)', () => {
    assert.deepEqual(
      verifiedVersions.map(
        (version) => read({ 'Settings.audioCodecs': 'c'.repeat(600) }, version).others['audioCodecs']?.length,
      ),
      [255, 511, 511, 511],
    );
  });

  it('one pair of quotes around a value is no part of it', () => {
    assert.equal(read({ 'Settings.cmdCallEnd': '"C:\\ev.exe"' }).hooks.cmdCallEnd, 'C:\\ev.exe');
  });

  it('an explicitly empty autoAnswer is off, a missing one follows the button', () => {
    assert.equal(read({ 'Settings.autoAnswer': '' }).autoAnswer, '');
    assert.equal(read({}).autoAnswer, 'button');
  });

  it('keys a version does not know do not count there', () => {
    const ini = {
      'Settings.minimized': '1',
      'Settings.silent': '1',
      'Settings.autoAnswerCalls': 'all',
      'Settings.cmdCallAnswerVideo': 'C:\\v.exe',
    };
    assert.deepEqual(
      verifiedVersions.map((version) => {
        const { autoAnswerCalls, hooks, minimized, silent } = read(ini, version);
        return [minimized, silent, autoAnswerCalls, hooks.cmdCallAnswerVideo];
      }),
      [
        [false, true, '', ''],
        [true, true, '', 'C:\\v.exe'],
        [true, false, 'all', 'C:\\v.exe'],
        [true, false, 'all', 'C:\\v.exe'],
      ],
    );
  });

  it('3.20.5 has other names for two modes of denyIncoming', () => {
    assert.equal(read({ 'Settings.denyIncoming': 'rdomain' }, '3.20.5').denyIncoming, 'remotedomain');
    assert.equal(read({ 'Settings.denyIncoming': 'remotedomain' }, '3.20.5').denyIncoming, '');
    assert.equal(read({ 'Settings.denyIncoming': 'rdomain' }).denyIncoming, '');
  });
});

import assert from 'node:assert/strict';

import { settings } from '../../../../sdk/src/catalogue/settings.ts';
import { IniDocument } from '../../../../sdk/src/settings/ini-document.ts';
import { isSecret, secretMask, visibleText } from '../../../../sdk/src/settings/values/secrets.ts';
import { settingsDifferences } from '../../../../sdk/src/settings/values/settings-difference.ts';

const directory = { section: 'Settings', key: 'usersDirectory' };

describe('secrets among the settings', () => {
  it('are those of the catalogue, and keys of other versions whose names say so', () => {
    for (const { key, section, secret } of settings) {
      const place = {
        section: section === 'AccountN' ? 'Account3' : section,
        key: key.replace(/…\d+$/u, ''),
      };
      assert.equal(isSecret(place), secret, key);
    }
    assert.equal(isSecret({ section: 'Settings', key: 'password' }), true);
    for (const key of ['ApiToken', 'apiKey', 'pwd', 'pass', 'auth', 'sipCredentials']) {
      assert.equal(isSecret({ section: 'Fork', key }), true, key);
    }
    for (const key of ['passive', 'bypass', 'author', 'keyboard']) {
      assert.equal(isSecret({ section: 'Fork', key }), false, key);
    }
  });

  for (const [text, shown] of [
    ['https://u:pass@pbx.test/book', `https://u:${secretMask}@pbx.test/book`],
    [
      'https://pbx.test/book?user=u&password=pass&x=1',
      `https://pbx.test/book?user=u&password=${secretMask}&x=1`,
    ],
    ['https://{username}:{password}@pbx.test/', 'https://{username}:{password}@pbx.test/'],
    ['https://{username}:pass@pbx.test/', `https://{username}:${secretMask}@pbx.test/`],
    ['https://u:p@ss@pbx.test/book', `https://u:${secretMask}@pbx.test/book`],
    ['https://pbx.test:8443/book?mail=a@b.test', 'https://pbx.test:8443/book?mail=a@b.test'],
    ['Door;sip:door:pass@pbx.test;call', `Door;sip:door:${secretMask}@pbx.test;call`],
    ['sip:101@pbx.test:5060;transport=tcp', 'sip:101@pbx.test:5060;transport=tcp'],
    ['ev.exe --password pass --name x', `ev.exe --password ${secretMask} --name x`],
    ['ev.exe --api-token="pass" x', `ev.exe --api-token="${secretMask}" x`],
    ['ev.exe /pwd:pass', `ev.exe /pwd:${secretMask}`],
    ['ev.exe --passive on', 'ev.exe --passive on'],
    ['ev.exe PASSWORD=pass', `ev.exe PASSWORD=${secretMask}`],
    ['curl -u u:pass https://pbx.test', `curl -u u:${secretMask} https://pbx.test`],
    [
      'curl -H "Authorization: Bearer pass" https://pbx.test',
      `curl -H "Authorization: Bearer ${secretMask}" https://pbx.test`,
    ],
    ['https://pbx.test/book', 'https://pbx.test/book'],
    ['C:\\hook.exe {password}', 'C:\\hook.exe {password}'],
  ] as const) {
    it(`shows ${text} as ${shown}`, () => {
      assert.equal(visibleText(directory, text), shown);
    });
  }

  it('stay hidden where two inis are compared, but not that they differ', () => {
    const before = IniDocument.parse('[Account1]\npassword=one\nlabel=a\n');
    const after = IniDocument.parse('[account1]\nlabel=a\nPassword=two\n[Settings]\nx=1\n');
    assert.deepEqual(settingsDifferences(before, after), [
      { section: 'Account1', key: 'password', before: secretMask, after: secretMask },
      { section: 'Settings', key: 'x', after: '1' },
    ]);
    assert.deepEqual(settingsDifferences(before, before), []);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';

import { settings } from '../../../../sdk/src/catalogue/settings.ts';
import type { SettingEntry } from '../../../../sdk/src/catalogue/setting.ts';
import { newestVerifiedVersion, supportIn, verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { IniDocument } from '../../../../sdk/src/settings/ini-document.ts';
import { profileValue } from '../../../../sdk/src/settings/profile-value.ts';
import type { SettingData } from '../../../../sdk/src/settings/values/setting-data.ts';
import {
  listSettings,
  readSetting,
  setSetting,
  unsetSetting,
} from '../../../../sdk/src/settings/values/typed-settings.ts';

const version = newestVerifiedVersion;

const read = (text: string, key: string, section = 'Settings'): SettingData | undefined =>
  readSetting(IniDocument.parse(text), { section, key }, version).value;

const written = (key: string, value: SettingData, section = 'Settings', text = ''): string => {
  const ini = IniDocument.parse(text);
  setSetting(ini, { section, key }, value, version);
  return ini
    .toString()
    .replace(/^\[[^\]]+\]\r\n/u, '')
    .trimEnd();
};

describe('reading settings by the catalogue', () => {
  for (const [text, key, value, section] of [
    ['[Settings]\nsingleMode=0', 'singleMode', false],
    ['[Settings]\nsingleMode=', 'singleMode', true],
    ['[Settings]\nsingleMode=yes', 'SINGLEMODE', true],
    ['[Settings]\nenableLog=yes', 'enableLog', false],
    ['[Settings]\nenableLog=1', 'enableLog', true],
    ['', 'singleMode', true],
    ['[Settings]\nvolumeRing=70 %', 'volumeRing', 70],
    ['[Settings]\nmainX=-12', 'mainX', -12],
    ['[Settings]\nvolumeRing=loud', 'volumeRing', 0],
    ['[Settings]\naudioCodecs=PCMA/8000/1  G722/16000/1', 'audioCodecs', ['PCMA/8000/1', 'G722/16000/1']],
    ['[Settings]\nautoAnswerNumber=', 'autoAnswerNumber', []],
    ['[Settings]\ncmdCallEnd=""C:\\My Tools\\ev.exe" end"', 'cmdCallEnd', '"C:\\My Tools\\ev.exe" end'],
    ['', 'transport', 'udp', 'Account1'],
    ['', 'domain', undefined, 'Account1'],
    [
      '[Shortcuts]\n0=Desk;101;call;;1',
      '0',
      { label: 'Desk', number: '101', type: 'call', number2: '', presence: '1' },
      'Shortcuts',
    ],
  ] as const satisfies readonly (readonly [string, string, SettingData | undefined, string?])[]) {
    it(`reads ${JSON.stringify(text)} as ${key} = ${JSON.stringify(value)}`, () => {
      assert.deepEqual(read(text, key, section), value);
    });
  }

  it('cuts what MicroSIP does not read (facts D.4)', () => {
    assert.equal(read(`[Settings]\nuserAgent=${'x'.repeat(300)}`, 'userAgent'), 'x'.repeat(255));
    assert.equal(read(`[Account1]\nserver=${'x'.repeat(1100)}`, 'server', 'Account1'), 'x'.repeat(1040));
  });

  it('lists each key of an ini once, what it means, and what is a secret', () => {
    const ini = IniDocument.parse(
      '[Settings]\nsingleMode=1\nSINGLEMODE=0\nmine=x\nenableLog=1\n[Account1]\npassword=p\n[settings]\nAA=1\n',
    );
    assert.deepEqual(
      listSettings(ini, version).map(({ section, key, value, isDefault, isKnown, isSecret }) => [
        section,
        key,
        value,
        isDefault,
        isKnown,
        isSecret,
      ]),
      [
        ['Settings', 'singleMode', true, true, true, false],
        ['Settings', 'mine', 'x', false, false, false],
        ['Settings', 'enableLog', true, false, true, false],
        ['Account1', 'password', 'p', false, true, true],
      ],
    );
  });

  for (const [what, section, key, hint] of [
    ['a misspelt key', 'Settings', 'singlMode', /Did you mean singleMode\?/u],
    ['a misspelt key of an account', 'account2', 'pasword', /Did you mean password\?/u],
    ['a key of accounts', 'Settings', 'password', /--account 1, section Account1/u],
    ['a key of another section', 'Account1', 'singleMode', /It has one in \[Settings\]/u],
    ['a number there is not', 'Shortcuts', '8', /the numbers from 0 to 7/u],
    ['a word that is like none, though short', 'Settings', 'foo', /"microsip catalogue" lists/u],
    ['a section that MicroSIP does not have', 'Elsewhere', 'x', /--raw/u],
  ] as const) {
    it(`says what is meant by ${what}`, () => {
      assert.throws(() => read('', key, section), { code: 'INVALID_ARGUMENT', message: hint });
    });
  }

  it('knows which version has a key', () => {
    const ini = IniDocument.parse('');
    const place = { section: 'Settings', key: 'minimized' };
    assert.throws(() => readSetting(ini, place, '3.20.5'), { code: 'UNSUPPORTED', message: /3\.20\.5/u });
    assert.equal(readSetting(ini, place, undefined).value, false);
    assert.throws(() => setSetting(ini, { section: 'Settings', key: 'silent' }, true, '3.22.16'), {
      code: 'UNSUPPORTED',
    });
  });
});

describe('setting settings by the catalogue', () => {
  for (const [key, value, text, section] of [
    ['singleMode', false, 'singleMode=0'],
    ['singleMode', 'on', 'singleMode=1'],
    ['SINGLEMODE', 'No', 'singleMode=0'],
    ['volumeRing', 70, 'volumeRing=70'],
    ['volumeRing', '070', 'volumeRing=70'],
    ['mainX', -5, 'mainX=-5'],
    ['audioCodecs', ['PCMA/8000/1', 'opus/48000/2'], 'audioCodecs=PCMA/8000/1 opus/48000/2'],
    ['updatesInterval', 'never', 'updatesInterval=never'],
    ['updatesInterval', '', 'updatesInterval='],
    ['cmdCallEnd', 'C:\\t\\ev.exe end', 'cmdCallEnd=C:\\t\\ev.exe end'],
    ['cmdCallEnd', '"C:\\My Tools\\ev.exe"', 'cmdCallEnd=""C:\\My Tools\\ev.exe""'],
    ['userAgent', ' x ', 'userAgent=" x "'],
    ['transport', 'tls', 'transport=tls', 'Account2'],
    ['3', { label: 'Desk', number: '101', type: 'call' }, '3=Desk;101;call', 'Shortcuts'],
    ['3', { number: '101', presence: '1' }, '3=;101;;;1', 'Shortcuts'],
  ] as const satisfies readonly (readonly [string, SettingData, string, string?])[]) {
    it(`writes ${key} = ${JSON.stringify(value)} as ${text}`, () => {
      assert.equal(written(key, value, section), text);
    });
  }

  it('leaves a value alone that says the same already, quotes and all', () => {
    const text = 'cmdCallEnd = "C:\\ev.exe"';
    assert.equal(written('cmdCallEnd', 'C:\\ev.exe', 'Settings', `[Settings]\r\n${text}\r\n`), text);
  });

  for (const [key, value, allowed, section] of [
    ['singleMode', '2', /on or off/u],
    ['singleMode', ['1'], /on or off/u],
    ['volumeRing', 101, /whole number \(percent\) from 0 to 100/u],
    ['volumeRing', '1e2', /whole number/u],
    ['volumeRing', '', /whole number/u],
    ['volumeRing', true, /whole number/u],
    ['registerRefresh', 9, /from 10/u, 'Account1'],
    ['transport', 'sctp', /one of "" \(empty\), udp, tcp, tls/u, 'Account1'],
    ['audioCodecs', ['PCMA PCMU'], /a list of texts/u],
    ['audioCodecs', 'x'.repeat(512), /at most 511 characters.* this has 512/u],
    ['cmdCallEnd', 'x'.repeat(256), /at most 255 characters/u],
    ['userAgent', 'a\nb', /no line breaks/u],
    ['userAgent', 5, /a text/u],
    ['0', { label: 'a;b' }, /the fields label, number/u, 'Shortcuts'],
    ['0', { colour: 'red' }, /the fields label, number/u, 'Shortcuts'],
  ] as const satisfies readonly (readonly [string, SettingData, RegExp, string?])[]) {
    it(`refuses ${key} = ${JSON.stringify(value).slice(0, 30)}, and says what is allowed`, () => {
      const ini = IniDocument.parse('');
      assert.throws(() => setSetting(ini, { section: section ?? 'Settings', key }, value, version), {
        code: 'INVALID_ARGUMENT',
        message: allowed,
      });
      assert.equal(ini.toString(), '');
    });
  }

  it('has less room for codecs in 3.20.5', () => {
    const ini = IniDocument.parse('');
    const place = { section: 'Settings', key: 'audioCodecs' };
    setSetting(ini, place, 'x'.repeat(300), '3.21.6');
    assert.throws(() => setSetting(ini, place, 'x'.repeat(300), '3.20.5'), { code: 'INVALID_ARGUMENT' });
  });

  it('does not repeat a password that it refuses', () => {
    const password = 'hunter2'.repeat(200);
    for (const value of [password, `${password.slice(0, 20)}\n`, { secret: password }]) {
      assert.throws(
        () => setSetting(IniDocument.parse(''), { section: 'Account1', key: 'password' }, value, version),
        (error) => error instanceof MicroSipError && !error.message.includes('hunter2'),
      );
    }
  });

  it('repeats no password in an address that it refuses, and no more of a value than one reads', () => {
    const address = `https://me:hunter2@pbx.test/${'x'.repeat(300)}`;
    assert.throws(
      () =>
        setSetting(IniDocument.parse(''), { section: 'Settings', key: 'usersDirectory' }, address, version),
      (error) =>
        error instanceof MicroSipError &&
        /"https:\/\/me:•+@pbx\.test\/x+…" is no value/u.test(error.message) &&
        error.message.length < 250,
    );
  });

  it('removes a setting with its duplicates', () => {
    const ini = IniDocument.parse('[Settings]\na=1\nb=2\nA=3\n');
    unsetSetting(ini, { section: 'settings', key: 'a' });
    assert.equal(ini.toString(), '[Settings]\nb=2\n');
  });

  /** A value that a setting may have. */
  const valueFor = ({ type }: SettingEntry): fc.Arbitrary<SettingData> => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !/[\r\n\0]/u.test(one));
    switch (type.kind) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: type.minimum ?? -99_999, max: type.maximum ?? 99_999 });
      case 'enumeration':
        return fc.constantFrom(...type.values.map(({ value }) => value));
      case 'list':
        return fc.array(
          text.filter((item) => item !== '' && !item.includes(type.separator)),
          { maxLength: 3 },
        );
      case 'record':
        return fc.record(
          Object.fromEntries(
            type.fields.map((field) => [field, text.map((one) => one.replaceAll(type.separator, '') || 'x')]),
          ),
          { noNullPrototype: true },
        );
      default:
        return text;
    }
  };

  it('gives back every value of every setting in every version that has it, as other lines stay', () => {
    const known = verifiedVersions.flatMap((one) =>
      settings
        .filter((entry) => supportIn(entry.availability, one).support !== 'no')
        .map((entry) => ({ entry, one })),
    );
    const cases = fc
      .constantFrom(...known)
      .chain(({ entry, one }) => fc.tuple(fc.constant({ entry, one }), valueFor(entry)));
    const surroundings = '; note\r\n[Settings]\r\nmine=1\r\n\r\n[Account1]\r\nlabel=x\r\n';
    fc.assert(
      fc.property(cases, ([{ entry, one }, value]) => {
        const place = {
          section: entry.section === 'AccountN' ? 'Account1' : entry.section,
          key: entry.keyRange === undefined ? entry.key : '0',
        };
        const { type } = entry;
        if (type.kind === 'enumeration') {
          const chosen = type.values.find((candidate) => candidate.value === value);
          fc.pre(chosen?.availability === undefined || supportIn(chosen.availability, one).support !== 'no');
        }
        const ini = IniDocument.parse(surroundings);
        setSetting(ini, place, value, one);
        const reread = IniDocument.parse(ini.toString());
        assert.deepEqual(readSetting(reread, place, one).value, value);
        const lines = ini.toString().split('\r\n');
        const kept = surroundings.split('\r\n').filter((line) => !line.startsWith(`${place.key}=`));
        let from = 0;
        for (const line of kept) {
          from = lines.indexOf(line, from) + 1;
          assert.ok(from > 0, `lost ${line}`);
        }
        assert.equal(profileValue(reread.getText('Settings', 'mine') ?? ''), '1');
      }),
      { numRuns: 3000 },
    );
  });
});

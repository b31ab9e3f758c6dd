import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hookPlaceholders } from '../../../../sdk/src/catalogue/hook-values.ts';
import { fillOutgoingPlaceholders } from '../../../../sdk/src/phone-model/hook-command/outgoing-placeholders.ts';

const placeholders = {
  server: 'pbx.test:5060',
  extension: '1001',
  password: 'se cret',
  time: 1_700_000_000,
  user: '+4930',
  domain: 'far.test',
  name: 'Ada & Co',
};

const since3216 = ['3.21.6', '3.22.3', '3.22.16'] as const;

describe('placeholders of cmdOutgoingCall (facts C.2)', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['{server}', 'pbx.test:5060'],
    ['{extension}', '1001'],
    ['{password}', 'se%20cret'],
    ['{md5_password}', 'cc85654b28cd92ca7ee688a466a685b6'],
    ['{duration}', '0'],
    ['{time}', '1700000000'],
    ['{callid}', ''],
    ['{direction}', ''],
    ['{callerid}', 'Ada%20%26%20Co'],
    ['{user}', '%2B4930'],
    ['{number}', '+4930'],
    ['{domain}', 'far.test'],
    ['{name}', 'Ada%20%26%20Co'],
    ['{username}', '{username}'],
    ['{label}', '{label}'],
    ['{version}', '{version}'],
    ['{}{USER}', '{}{USER}'],
  ];
  for (const [token, text] of rows) {
    it(`fills ${token} with "${text}" since 3.21.6`, () => {
      for (const version of since3216) {
        assert.equal(fillOutgoingPlaceholders(version, `ev.exe ${token}!`, placeholders), `ev.exe ${text}!`);
      }
    });
  }

  it('fills every placeholder of the catalogue', () => {
    const tokens = new Set(rows.map(([token]) => token));
    assert.deepEqual(
      hookPlaceholders.filter(({ token }) => !tokens.has(token)),
      [],
    );
  });

  it('fills nothing in 3.20.5', () => {
    assert.equal(fillOutgoingPlaceholders('3.20.5', 'ev.exe {user}', placeholders), 'ev.exe {user}');
  });

  it('calls a caller without a name by the user part', () => {
    const nameless = { ...placeholders, name: '' };
    assert.equal(fillOutgoingPlaceholders('3.22.16', '{callerid}', nameless), '%2B4930');
  });

  it('fills in no placeholder of what it filled in, and takes every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const filled = fillOutgoingPlaceholders('3.22.16', '{name}', { ...placeholders, name });
        assert.doesNotMatch(filled, /[{}\s"]/u);
      }),
    );
  });
});

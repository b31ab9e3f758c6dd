import assert from 'node:assert/strict';

import fc from 'fast-check';

import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { getPrivateProfileString } from '../../support/sdk/profile-functions.ts';

describe('IniDocument, by the rules of the profile functions', () => {
  for (const [rule, text, section, key, value] of [
    ['a key without "=" has no value', '[a]\nk\n', 'a', 'k', undefined],
    ['and hides the one behind it', '[a]\nk\nk=1\n', 'a', 'k', undefined],
    ['blanks around names and values do not count', ' [ a ] \n\tk \t=  v  \n', 'a', 'k', 'v'],
    ['blanks of the asker neither', '[a]\nk=v', ' a\t', ' k ', 'v'],
    ['text behind a heading does not count', '[a] ; b\nk=v', 'a', 'k', 'v'],
    ['the last bracket ends a heading', '[a]]\nk=v', 'a]', 'k', 'v'],
    ['an open heading is a key', '[a]\n[b=1\nk=v', 'a', '[b', '1'],
    ['what stands above all sections belongs to none', 'k=v\n[a]\n', 'a', 'k', undefined],
    ['a comment is none for a key', '[a]\n ;k=v\n', 'a', ';k', undefined],
    ['a semicolon within a value is part of it', '[a]\nk=v ; w', 'a', 'k', 'v ; w'],
    ['a lone carriage return ends a line', '[a]\rk=v\rl=w', 'a', 'k', 'v'],
    ['the first section wins, keys or not', '[a]\n[b]\nk=1\n[A]\nk=2', 'a', 'k', undefined],
    ['the first key wins', '[a]\nk=1\nK=2', 'a', 'K', '1'],
    ['an empty value is a value', '[a]\nk=', 'a', 'k', ''],
    ['the first "=" parts key and value', '[a]\nk=v=w', 'a', 'k', 'v=w'],
    ['Ctrl-Z is a blank', '[a]\nk=v\u001a', 'a', 'k', 'v'],
    ['a no-break space is none', '[a]\nk=\u00a0v', 'a', 'k', '\u00a0v'],
    ['a NUL ends a value', '[a]\nk=v\0w', 'a', 'k', 'v'],
    ['a NUL ends a name', '[a\0b]\nk\0l=v', 'a', 'k', 'v'],
    ['one pair of quotes is stripped', '[a]\nk=""v""', 'a', 'k', '"v"'],
    ['letters beyond ASCII are compared as they are', '[Ä]\nk=v', 'ä', 'k', undefined],
    ['letters that only look like others too', '[a]\n\u212a=v', 'a', 'k', undefined],
  ] as const) {
    it(rule, () => {
      assert.equal(IniDocument.parse(text).get(section, key), value);
      assert.equal(getPrivateProfileString(text, section, key), value);
    });
  }

  const piece = fc.constantFrom(
    ...['[', ']', '=', ';', ' ', '\t', '\r', '\n', '\r\n', '\0', '\u001a', '"', "'", 'a', 'A', 'b', 'k', 'ä'],
    ...['[a]\n', '\nk=', '\n[A]', '\nk\n', '\n;k=1\n', 'k=""'],
  );
  const file = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const name = fc.constantFrom('a', 'A', 'b', 'k', 'K', 'ab', 'ä', ' a', '', '"a"');

  it('finds in any file what they find', () => {
    fc.assert(
      fc.property(file, name, name, (text, section, key) => {
        assert.equal(
          IniDocument.parse(text).get(section, key, Infinity),
          getPrivateProfileString(text, section, key),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it('writes and removes in any file so that they find it', () => {
    const act = fc.record({
      section: fc.constantFrom('a', 'A', 'b', 'new'),
      key: fc.constantFrom('k', 'K', 'b', 'ä'),
      value: fc.option(fc.constantFrom('v', '', '"q"', ' x ', 'a=b', ';', '[c]'), { nil: undefined }),
    });
    fc.assert(
      fc.property(file, fc.array(act, { minLength: 1, maxLength: 8 }), (text, acts) => {
        const ini = IniDocument.parse(text);
        for (const { section, key, value } of acts) {
          if (value === undefined) {
            for (let removed = true; removed;) removed = ini.remove(section, key);
            assert.equal(getPrivateProfileString(ini.toString(), section, key), undefined);
          } else {
            ini.set(section, key, value);
            const found = getPrivateProfileString(ini.toString(), section, key);
            assert.equal(found, getPrivateProfileString(`[x]\nk=${value}`, 'x', 'k'));
          }
          assert.equal(IniDocument.parse(ini.toString()).toString(), ini.toString());
          assert.deepEqual(IniDocument.parse(ini.toString()).sections, ini.sections);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

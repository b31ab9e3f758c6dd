import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { trimBlanks } from '../../../sdk/src/settings/profile-value.ts';

const example = [
  '; made by hand',
  '[Settings]',
  'singleMode=1',
  '  cmdCallEnd = "C:\\My Tools\\ev.exe" end ',
  'singleMode=0',
  '',
  '[Account1]',
  'label=Büro',
  '[SETTINGS]',
  'enableLog=1',
].join('\r\n');

describe('IniDocument', () => {
  it('reads by the rules of the profile functions: without case, the first section and key win', () => {
    const ini = IniDocument.parse(example);
    assert.equal(ini.get('settings', 'SINGLEMODE'), '1');
    assert.equal(ini.get('Settings', 'cmdCallEnd'), '"C:\\My Tools\\ev.exe" end');
    assert.equal(ini.get('Settings', 'enableLog'), undefined);
    assert.equal(ini.get('Account2', 'label'), undefined);
    assert.deepEqual(ini.sections, ['Settings', 'Account1']);
  });

  it('does not take comments for keys', () => {
    assert.equal(IniDocument.parse('[a]\n;k=1\nk=2').get('a', 'k'), '2');
    assert.equal(IniDocument.parse('[a]\n;k=1').get('a', ';k'), undefined);
  });

  it('changes one value and nothing else', () => {
    const ini = IniDocument.parse(example);
    ini.set('Settings', 'cmdCallEnd', 'C:\\ev.exe');
    assert.equal(
      ini.toString(),
      example.replace('cmdCallEnd = "C:\\My Tools\\ev.exe" end ', 'cmdCallEnd = C:\\ev.exe'),
    );
  });

  it('adds a key behind the last one of its section and keeps the blank line', () => {
    const ini = IniDocument.parse(example);
    ini.set('Settings', 'AA', '1');
    assert.equal(ini.toString(), example.replace('singleMode=0\r\n\r\n', 'singleMode=0\r\nAA=1\r\n\r\n'));
  });

  it('adds a section at the end, with the line ends of the file', () => {
    const ini = IniDocument.parse('[a]\nk=1');
    ini.set('b', 'k', '2');
    assert.equal(ini.toString(), '[a]\nk=1\n[b]\nk=2\n');
  });

  it('replaces and removes whole sections', () => {
    const ini = IniDocument.parse('[Dialed]\r\n0=1\r\n1=2\r\n\r\n[x]\r\nk=v\r\n');
    ini.replaceSection('Dialed', [{ key: '0', text: '3' }]);
    assert.deepEqual(ini.entries('Dialed'), [{ key: '0', text: '3' }]);
    assert.equal(ini.removeSection('dialed'), true);
    assert.equal(ini.toString(), '[x]\r\nk=v\r\n');
    assert.equal(ini.removeSection('dialed'), false);
  });

  for (const [what, section, key, text] of [
    ['a value with a line break', 's', 'k', '1\r\n[Account2]'],
    ['a value with a NUL', 's', 'k', '1\0'],
    ['a key with an equals sign', 's', 'k=1', 'v'],
    ['a key that would be a section', 's', '[Account2]', 'v'],
    ['a key that would be a comment', 's', ';k', 'v'],
    ['a section with a bracket', 's]', 'k', 'v'],
    ['an empty key', 's', '', 'v'],
  ] as const) {
    it(`refuses ${what}`, () => {
      const ini = IniDocument.parse(example);
      assert.throws(() => ini.set(section, key, text), { code: 'INVALID_ARGUMENT' });
      assert.equal(ini.toString(), example);
    });
  }

  const name = fc
    .string({ minLength: 1, maxLength: 8 })
    .filter((text) => /^[\w .-]+$/u.test(text) && trimBlanks(text) === text);
  const value = fc.string({ maxLength: 20 }).filter((text) => !/[\r\n\0]/u.test(text));
  const line = fc.oneof(
    fc.string({ maxLength: 12 }),
    name.map((text) => `[${text}]`),
    fc.tuple(name, value).map(([key, text]) => `${key}=${text}`),
    fc.constant(''),
  );
  const file = fc
    .array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '\r')), { maxLength: 20 })
    .map((lines) => lines.flat().join(''));

  it('gives back every text unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(file, fc.string()), (text) => {
        assert.equal(IniDocument.parse(text).toString(), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back what was set, and nothing else has changed', () => {
    fc.assert(
      fc.property(file, name, name, value, (text, section, key, newText) => {
        const before = IniDocument.parse(text);
        const after = IniDocument.parse(text);
        after.set(section, key, newText);
        const reread = IniDocument.parse(after.toString());
        assert.equal(trimBlanks(reread.getText(section, key) ?? ''), trimBlanks(newText));
        for (const other of before.sections) {
          for (const entry of before.entries(other)) {
            const changed =
              other.toLowerCase() === section.toLowerCase() && entry.key.toLowerCase() === key.toLowerCase();
            if (!changed) assert.equal(reread.getText(other, entry.key), before.getText(other, entry.key));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is back at the start when a new key is set and removed again', () => {
    fc.assert(
      fc.property(file, name, value, (text, key, newText) => {
        const original = `[here]\r\n${text}`;
        const ini = IniDocument.parse(original);
        // A line without `=` is the key's already, though it gives it no value.
        const bareNames = text.split(/[\r\n]/u).map((bare) => trimBlanks(bare).toLowerCase());
        fc.pre(ini.getText('here', key) === undefined && !bareNames.includes(key.toLowerCase()));
        fc.pre(/(^|[\r\n])$/u.test(original));
        ini.set('here', key, newText);
        assert.equal(ini.remove('here', key), true);
        assert.equal(ini.toString(), original);
      }),
      { numRuns: 2000 },
    );
  });
});

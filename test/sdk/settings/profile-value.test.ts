import assert from 'node:assert/strict';
import fc from 'fast-check';
import { profileValue, trimBlanks } from '../../../sdk/src/settings/profile-value.ts';

describe('profileValue (facts C.4)', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['C:\\t\\ev.exe end', 'C:\\t\\ev.exe end'],
    ['"C:\\My Tools\\ev.exe" end', '"C:\\My Tools\\ev.exe" end'],
    ['""C:\\My Tools\\ev.exe" end"', '"C:\\My Tools\\ev.exe" end'],
    ['"C:\\My Tools\\ev.exe"', 'C:\\My Tools\\ev.exe'],
    ["'single'", 'single'],
    ['"mixed\'', '"mixed\''],
    ['"', '"'],
    ['""', ''],
    [' \t"  inner blanks stay  " ', '  inner blanks stay  '],
    ['\u00A0not a blank\u00A0', '\u00A0not a blank\u00A0'],
  ];
  for (const [text, value] of cases) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(value)}`, () => {
      assert.equal(profileValue(text), value);
    });
  }

  it('cuts at 255 characters, or at the room the reader has', () => {
    assert.equal(profileValue('x'.repeat(300)).length, 255);
    assert.equal(profileValue('x'.repeat(3000), 1040).length, 1040);
  });

  it('cuts after the quotes are gone', () => {
    assert.equal(profileValue(`"${'x'.repeat(255)}"`), 'x'.repeat(255));
  });

  it('never returns outer blanks for a value without quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = trimBlanks(text);
        assert.equal(trimBlanks(value), value);
        assert.ok(text.includes(value));
      }),
    );
  });

  it('trims a megabyte of blanks without getting slow', () => {
    assert.equal(trimBlanks(`${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}`), 'x');
  });
});

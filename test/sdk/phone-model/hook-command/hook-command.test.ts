import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hookCommand, ownExecutable } from '../../../../sdk/src/phone-model/hook-command/hook-command.ts';
import { profileValue } from '../../../../sdk/src/settings/profile-value.ts';

describe('hook commands (facts C.3, C.4)', () => {
  const rows: readonly (readonly [ini: string, file: string, params: string])[] = [
    ['C:\\t\\ev.exe end', 'C:\\t\\ev.exe', 'end 101'],
    ['"C:\\My Tools\\ev.exe" end', 'C:\\My Tools\\ev.exe', 'end 101'],
    ['""C:\\My Tools\\ev.exe" end"', 'C:\\My Tools\\ev.exe', 'end 101'],
    ['"C:\\My Tools\\ev.exe"', 'C:\\My', 'Tools\\ev.exe 101'],
    ['""C:\\My Tools\\ev.exe""', 'C:\\My Tools\\ev.exe', '101'],
    ['ev.exe  "call  end"   x', 'ev.exe', 'call  end x 101'],
    ['ev.exe a\\\\b', 'ev.exe', 'a\\\\b 101'],
    ['ev.exe "a\\\\" b', 'ev.exe', 'a\\ b 101'],
    ['ev.exe \\"a', 'ev.exe', '"a 101'],
    ['ev.exe "a""b"', 'ev.exe', 'a"b 101'],
    ['ev.exe """a"""', 'ev.exe', '"a" 101'],
    ['cmd /c start "" x.exe', 'cmd', '/c start  x.exe 101'],
  ];
  for (const [ini, file, params] of rows) {
    it(`starts ${file} with "${params}" for ${ini}`, () => {
      assert.deepEqual(hookCommand(profileValue(ini), '101'), { file, params });
    });
  }

  it('starts nothing for an empty value', () => {
    for (const ini of ['', '   ', '""']) assert.equal(hookCommand(profileValue(ini), '101'), undefined);
  });

  it('starts the softphone itself for a value of blanks (facts N)', () => {
    assert.deepEqual(hookCommand(profileValue('" "'), '101'), { file: ownExecutable, params: '101' });
  });

  it('appends the caller unquoted, so that one becomes several arguments', () => {
    assert.equal(hookCommand('ev.exe', 'x --config evil')?.params, 'x --config evil');
    assert.equal(hookCommand('ev.exe end', '')?.params, 'end ');
    assert.equal(hookCommand('ev.exe', '')?.params, '');
  });

  it('appends every caller as it is', () => {
    fc.assert(
      fc.property(fc.string(), (caller) => {
        assert.equal(hookCommand('ev.exe end', caller)?.params, `end ${caller}`);
      }),
    );
  });

  it('takes every value', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '\\', ' ', '\t', 'a', "'")), (characters) => {
        const value = characters.join('');
        assert.equal(hookCommand(value, '101') === undefined, value === '');
      }),
    );
  });
});

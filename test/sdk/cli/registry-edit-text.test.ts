import assert from 'node:assert/strict';

import { registryEditText } from '../../../sdk/src/cli/output/registry-edit-text.ts';

const key = { root: 'HKCU', path: 'Software\\Classes\\tel' } as const;

describe('a change of the registry, to be read', () => {
  for (const [edit, text] of [
    [
      { edit: 'set', key, name: '', value: { type: 'string', text: '"C:\\m.exe" "%1"' } },
      'reg add "HKCU\\Software\\Classes\\tel" /ve /d "\\"C:\\m.exe\\" \\"%1\\"" /f',
    ],
    [
      { edit: 'set', key, name: 'URL Protocol', value: { type: 'string', text: '' } },
      'reg add "HKCU\\Software\\Classes\\tel" /v "URL Protocol" /d "" /f',
    ],
    [
      { edit: 'set', key, name: 'x', value: { type: 'expandable-string', text: '%A%' } },
      'reg add "HKCU\\Software\\Classes\\tel" /v "x" /t REG_EXPAND_SZ /d "%A%" /f',
    ],
    [
      { edit: 'set', key, name: 'x', value: { type: 'number', number: 7 } },
      'reg add "HKCU\\Software\\Classes\\tel" /v "x" /t REG_DWORD /d 7 /f',
    ],
    [
      { edit: 'set', key, name: 'x', value: { type: 'binary', kind: 3, bytes: new Uint8Array([0, 255]) } },
      'reg add "HKCU\\Software\\Classes\\tel" /v "x" /t REG_BINARY /d 00ff /f',
    ],
    [{ edit: 'remove-value', key, name: '' }, 'reg delete "HKCU\\Software\\Classes\\tel" /ve /f'],
    [{ edit: 'remove-key', key }, 'reg delete "HKCU\\Software\\Classes\\tel" /f'],
    [{ edit: 'remove-empty-key', key }, 'remove "HKCU\\Software\\Classes\\tel" if nothing is in it'],
  ] as const) {
    it(text, () => {
      assert.equal(registryEditText(edit), text);
    });
  }
});

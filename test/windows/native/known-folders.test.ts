import assert from 'node:assert/strict';
import path from 'node:path';

import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';

describe('the folders that Windows knows', () => {
  it('are those of this user', async () => {
    const native = await loadNativeWindows();
    assert.ok(native !== undefined, 'koffi runs here');
    assert.equal(native.knownFolder('roaming-app-data'), process.env['APPDATA']);
    assert.equal(native.knownFolder('local-app-data'), process.env['LOCALAPPDATA']);
    assert.equal(path.basename(native.knownFolder('desktop') ?? ''), 'Desktop');
  });
});

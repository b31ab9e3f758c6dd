import assert from 'node:assert/strict';

import { localPath } from '../../../sdk/src/installation/local-path.ts';

describe('a file that the phone names', () => {
  it('is the same on Windows', () => {
    assert.equal(localPath('windows', 'C:\\Tools\\ev.exe'), 'C:\\Tools\\ev.exe');
    assert.equal(localPath('windows', 'ev.exe'), undefined);
  });

  it('lies below /mnt in WSL', () => {
    assert.equal(localPath('wsl', 'C:\\Tools\\ev.exe'), '/mnt/c/Tools/ev.exe');
    assert.equal(localPath('wsl', 'D:/ev.exe'), '/mnt/d/ev.exe');
    assert.equal(localPath('wsl', '\\\\server\\share\\ev.exe'), undefined);
  });

  it('lies in the prefix or the whole file system under Wine', () => {
    const environment = { WINEPREFIX: '/prefix', HOME: '/home/ada' };
    assert.equal(localPath('wine', 'Z:\\opt\\My Tools\\ev.exe', environment), '/opt/My Tools/ev.exe');
    assert.equal(localPath('wine', 'C:\\ev.exe', environment), '/prefix/drive_c/ev.exe');
    assert.equal(localPath('wine', 'c:/ev.exe', { HOME: '/home/ada' }), '/home/ada/.wine/drive_c/ev.exe');
    assert.equal(localPath('wine', '/opt/ev.exe', environment), '/opt/ev.exe');
    assert.equal(localPath('wine', 'ev.exe', environment), undefined);
  });
});

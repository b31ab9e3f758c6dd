import assert from 'node:assert/strict';

import { localPath } from '../../../sdk/src/installation/local-path.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';

const { signal } = new AbortController();

describe('a file that the phone names', () => {
  it('is the same on Windows', async () => {
    assert.equal(await localPath({ backend: 'windows' }, 'C:\\Tools\\ev.exe', signal), 'C:\\Tools\\ev.exe');
    assert.equal(await localPath({ backend: 'windows' }, 'ev.exe', signal), undefined);
  });
});

describeOnPosix('a file that the phone names, on Linux', () => {
  it('is that of the machine for a simulated phone', async () => {
    assert.equal(await localPath({ backend: 'simulator' }, '/opt/ev', signal), '/opt/ev');
    assert.equal(await localPath({ backend: 'simulator' }, 'ev', signal), undefined);
  });

  it('lies in the prefix or the whole file system under Wine', async () => {
    const phone = { backend: 'wine', prefix: '/prefix' } as const;
    assert.equal(await localPath(phone, 'Z:\\opt\\My Tools\\ev.exe', signal), '/opt/My Tools/ev.exe');
    assert.equal(await localPath(phone, 'c:/ev.exe', signal), '/prefix/drive_c/ev.exe');
    assert.equal(await localPath(phone, '/opt/ev.exe', signal), '/opt/ev.exe');
    assert.equal(await localPath(phone, 'ev.exe', signal), undefined);
    assert.equal(await localPath({ backend: 'wine' }, 'C:\\ev.exe', signal), undefined);
  });
});

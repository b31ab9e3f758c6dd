import assert from 'node:assert/strict';

import { wslVersion } from '../../../../sdk/src/installation/wsl/wsl-version.ts';

describe('the WSL a process runs in', () => {
  const linux = { platform: 'linux', env: {} } as const;

  it('is told by its kernel', () => {
    assert.equal(wslVersion({ ...linux, kernelRelease: '4.4.0-19041-Microsoft' }), 1);
    assert.equal(wslVersion({ ...linux, kernelRelease: '5.15.153.1-microsoft-standard-WSL2' }), 2);
    assert.equal(wslVersion({ ...linux, kernelRelease: '4.19.104-microsoft-standard' }), 2);
  });

  it('is told by its variables where the kernel is of somebody’s own making', () => {
    const kernelRelease = '6.6.1-mine';
    assert.equal(wslVersion({ ...linux, kernelRelease, env: { WSL_DISTRO_NAME: 'Debian' } }), 2);
    assert.equal(wslVersion({ ...linux, kernelRelease, env: { WSL_INTEROP: '/run/WSL/8_interop' } }), 2);
  });

  it('is none on other machines', () => {
    assert.equal(wslVersion({ ...linux, kernelRelease: '6.1.0-18-amd64' }), undefined);
    for (const platform of ['win32', 'darwin'] as const) {
      assert.equal(
        wslVersion({ platform, kernelRelease: '10.0.22631', env: { WSL_DISTRO_NAME: 'Debian' } }),
        undefined,
      );
    }
  });
});

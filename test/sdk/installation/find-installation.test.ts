import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import { simulatorInstallation } from '../../../sdk/src/installation/simulator-installation.ts';
import type { UserEnvironment } from '../../../sdk/src/installation/user-directories.ts';
import { windowsInstallation } from '../../../sdk/src/installation/windows-installation.ts';
import { wineInstallation } from '../../../sdk/src/installation/wine-installation.ts';
import { wslInstallation } from '../../../sdk/src/installation/wsl-installation.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';

const windowsUser: UserEnvironment = {
  platform: 'win32',
  env: { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
  home: 'C:\\Users\\ada',
};
const linuxUser: UserEnvironment = { platform: 'linux', env: { USER: 'ada' }, home: '/home/ada' };

describe('finding MicroSIP', () => {
  it('says how to name one or to do without, where none is known', async () => {
    await assert.rejects(findInstallation(), {
      code: 'NOT_INSTALLED',
      message: /--exe.*--backend simulator/u,
    });
  });

  for (const backend of ['windows', 'wsl', 'wine'] as const) {
    it(`does not look for one by itself yet: ${backend}`, async () => {
      await assert.rejects(findInstallation({ backend }), {
        code: 'NOT_INSTALLED',
        message: /give the path of microsip\.exe/u,
      });
    });

    it(`takes only a program, which needs no shell: ${backend}`, async () => {
      for (const executable of ['microsip.bat', 'microsip.cmd', 'microsip', 'a".exe', 'a\x00.exe', '']) {
        await assert.rejects(findInstallation({ backend, executable }), { code: 'INVALID_ARGUMENT' });
      }
    });
  }

  it('never picks the simulator by itself', async () => {
    await assert.rejects(findInstallation({ dataDirectory: '/tmp/phone' }), { code: 'NOT_INSTALLED' });
  });

  it('takes an executable for one of this machine', async () => {
    const { backend } = await findInstallation({ executable: 'C:\\MicroSIP\\microsip.exe' });
    assert.ok(process.platform === 'win32' ? backend === 'windows' : backend === 'wine' || backend === 'wsl');
  });

  it('refuses what is no version', async () => {
    for (const version of ['latest', '3', '3.22.16 && calc', '']) {
      await assert.rejects(findInstallation({ backend: 'simulator', version }), { code: 'INVALID_ARGUMENT' });
    }
  });
});

describe('MicroSIP on Windows', () => {
  const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';

  it('is started as it is', () => {
    const installation = windowsInstallation({ executable, version: '3.21.6' }, windowsUser);
    assert.deepEqual(installation, {
      backend: 'windows',
      version: '3.21.6',
      executable,
      dataDirectory: 'C:\\Users\\ada\\AppData\\Roaming\\MicroSIP',
      logDirectory: 'C:\\Users\\ada\\AppData\\Local\\MicroSIP',
      launch: {
        file: executable,
        leadingArguments: [],
        workingDirectory: 'C:\\Program Files\\MicroSIP',
      },
    });
  });

  it('is started where this process stands, if Windows is to find it', () => {
    assert.deepEqual(windowsInstallation({ executable: 'microsip.exe' }, windowsUser).launch, {
      file: 'microsip.exe',
      leadingArguments: [],
    });
  });

  it('keeps its files where it was told', () => {
    assert.equal(
      windowsInstallation({ executable, dataDirectory: 'D:\\p' }, windowsUser).dataDirectory,
      'D:\\p',
    );
  });
});

describe('MicroSIP on the Windows side of WSL', () => {
  it('is named by Windows and started by Linux, whichever name was given', () => {
    for (const executable of ['C:\\Tools\\Mic\\microsip.exe', '/mnt/c/Tools/Mic/microsip.exe']) {
      const installation = wslInstallation({ executable });
      assert.equal(installation.executable, 'C:\\Tools\\Mic\\microsip.exe');
      assert.deepEqual(installation.launch, { file: '/mnt/c/Tools/Mic/microsip.exe', leadingArguments: [] });
      assert.equal(installation.dataDirectory, '/mnt/c/Tools/Mic');
    }
  });
});

describe('MicroSIP under Wine', () => {
  it('is started by wine', () => {
    const installation = wineInstallation({ executable: '/opt/mic/microsip.exe' }, linuxUser);
    assert.deepEqual(installation.launch, { file: 'wine', leadingArguments: ['/opt/mic/microsip.exe'] });
    assert.equal(installation.executable, 'Z:\\opt\\mic\\microsip.exe');
  });

  it('keeps its files in the prefix when it is installed', () => {
    const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
    const roaming = 'drive_c/users/ada/AppData/Roaming/MicroSIP';
    assert.equal(wineInstallation({ executable }, linuxUser).dataDirectory, `/home/ada/.wine/${roaming}`);
    const user = { ...linuxUser, env: { ...linuxUser.env, WINEPREFIX: '/srv/prefix' } };
    assert.equal(wineInstallation({ executable }, user).dataDirectory, `/srv/prefix/${roaming}`);
  });

  it('belongs to the user whose home it is in, where nothing else names the user', () => {
    const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
    assert.equal(
      wineInstallation({ executable }, { ...linuxUser, env: {} }).dataDirectory,
      '/home/ada/.wine/drive_c/users/ada/AppData/Roaming/MicroSIP',
    );
  });

  itOnPosix('keeps its files beside the program when it is portable (facts D.1)', () => {
    using directory = temporaryDirectory();
    writeFileSync(path.join(directory.path, 'microsip.ini'), '');
    const executable = path.join(directory.path, 'microsip.exe');
    assert.equal(wineInstallation({ executable }, linuxUser).dataDirectory, directory.path);
  });
});

describe('the simulated phone', () => {
  it('is a program of the kit, started by this Node.js with a version and a folder', () => {
    assert.throws(() => simulatorInstallation({ dataDirectory: '' }), { code: 'INVALID_ARGUMENT' });
    const { launch, version } = simulatorInstallation({ dataDirectory: '/phones/a', version: '3.21.6' });
    const [program = '', ...rest] = launch.leadingArguments;
    assert.equal(launch.file, process.execPath);
    assert.ok(existsSync(program), program);
    assert.deepEqual(rest, [
      ...['--data-dir', path.resolve('/phones/a'), '--microsip-version', '3.21.6', '--account', 'example'],
      '--',
    ]);
    assert.equal(version, '3.21.6');
  });

  it('is of the version that it last was, unless another one is asked for', async () => {
    using directory = temporaryDirectory();
    const phone = { backend: 'simulator', dataDirectory: directory.path } as const;
    assert.equal((await findInstallation(phone)).version, '3.22.16');
    writeFileSync(path.join(directory.path, 'microsip.ini'), '[Settings]\r\nversion=3.20.5\r\n');
    const { launch, version } = await findInstallation(phone);
    assert.equal(version, '3.20.5');
    assert.ok(launch.leadingArguments.includes('3.20.5'));
    assert.equal((await findInstallation({ ...phone, version: '3.21.6' })).version, '3.21.6');
  });

  it('lives in the local data folder of the user', () => {
    const directoryOf = (user: UserEnvironment): string => simulatorInstallation({}, user).dataDirectory;
    assert.equal(directoryOf(linuxUser), path.resolve('/home/ada/.local/share/microsip-devkit/simulator'));
    assert.equal(
      directoryOf({ ...linuxUser, env: { XDG_DATA_HOME: '/data' } }),
      path.resolve('/data/microsip-devkit/simulator'),
    );
    assert.equal(
      directoryOf({ ...linuxUser, env: { XDG_DATA_HOME: 'relative' } }),
      path.resolve('/home/ada/.local/share/microsip-devkit/simulator'),
    );
    assert.equal(
      directoryOf({ platform: 'darwin', env: {}, home: '/Users/ada' }),
      path.resolve('/Users/ada/Library/Application Support/microsip-devkit/simulator'),
    );
  });

  it('has no other program than its own', () => {
    assert.throws(() => simulatorInstallation({ executable: 'microsip.exe' }), { code: 'INVALID_ARGUMENT' });
  });
});

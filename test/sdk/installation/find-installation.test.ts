import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import type { DiscoveryStep } from '../../../sdk/src/installation/discovery/discovery-step.ts';
import { simulatorInstallation } from '../../../sdk/src/installation/simulator-installation.ts';
import type { UserEnvironment } from '../../../sdk/src/installation/system/user-directories.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';

const linuxUser: UserEnvironment = { platform: 'linux', env: { USER: 'ada' }, home: '/home/ada' };

const searched = ['windows', 'wsl', 'wine'] as const;

describe('finding MicroSIP', () => {
  it('never picks the simulator by itself', async () => {
    using home = temporaryDirectory();
    const before = { HOME: process.env['HOME'], WINEPREFIX: process.env['WINEPREFIX'] };
    Object.assign(process.env, { HOME: home.path, WINEPREFIX: path.join(home.path, 'no-prefix') });
    try {
      await assert.rejects(findInstallation({ dataDirectory: '/tmp/phone' }), {
        code: 'NOT_INSTALLED',
        message: /--exe.*--backend simulator/u,
      });
    } finally {
      restoreEnvironment(before);
    }
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

  it('refuses a time that cannot be measured', async () => {
    for (const timeoutMs of [0, -1, Number.NaN, Infinity, 2 ** 31]) {
      await assert.rejects(findInstallation({ backend: 'windows' }, { timeoutMs }), {
        code: 'INVALID_ARGUMENT',
        message: /^A time limit is a number of milliseconds/u,
      });
    }
  });

  it('stops when it is told to, and says that nothing was changed', async () => {
    await assert.rejects(findInstallation({ backend: 'windows' }, { signal: AbortSignal.abort() }), {
      code: 'CANCELLED',
      message: /nothing was changed/u,
    });
  });
});

describe('an executable that was named', () => {
  for (const backend of searched) {
    it(`has to be a program, which needs no shell: ${backend}`, async () => {
      for (const executable of [
        'microsip.bat',
        'microsip.cmd',
        'microsip',
        'a".exe',
        'a\x00.exe',
        'a*.exe',
        '',
      ]) {
        await assert.rejects(findInstallation({ backend, executable }), {
          code: 'INVALID_ARGUMENT',
          message: /is no program: give the path of microsip\.exe/u,
        });
      }
    });
  }

  const refused: readonly (readonly [executable: string, told: string])[] = [
    ['"C:\\Tools\\microsip.exe"', 'leave them out: C:\\Tools\\microsip.exe'],
    ['C:\\Tools\\MicroSIP', 'such as C:\\Tools\\MicroSIP\\microsip.exe'],
    ['C:\\Tools\\MicroSIP\\', 'such as C:\\Tools\\MicroSIP\\microsip.exe'],
    ['C:\\Tools\\other', '“C:\\Tools\\other” is no program'],
    ['C:/Tools/MicroSIP', 'such as C:/Tools/MicroSIP/microsip.exe'],
  ];
  for (const [executable, told] of refused) {
    it(`is answered with what to write instead: ${executable}`, async () => {
      await assert.rejects(
        findInstallation({ backend: 'windows', executable }),
        (error) => error instanceof MicroSipError && error.message.includes(told),
      );
    });
  }
});

describe('MicroSIP on Windows, told of on another system', () => {
  const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';

  itOnPosix('is started as it is, where it lies', async () => {
    assert.deepEqual(await findInstallation({ backend: 'windows', executable, version: '3.21.6' }), {
      backend: 'windows',
      version: '3.21.6',
      executable,
      dataDirectory: 'C:\\Program Files\\MicroSIP',
      logDirectory: 'C:\\Program Files\\MicroSIP',
      launch: { file: executable, leadingArguments: [], workingDirectory: 'C:\\Program Files\\MicroSIP' },
      foundBy: 'option',
    });
  });

  itOnPosix('keeps its files where it was told', async () => {
    const options = { backend: 'windows', executable, dataDirectory: 'D:\\p' } as const;
    const { dataDirectory, logDirectory } = await findInstallation(options);
    assert.deepEqual([dataDirectory, logDirectory], ['D:\\p', 'D:\\p']);
  });

  itOnPosix('is not there when nobody names it, and the reason is told', async () => {
    const steps: DiscoveryStep[] = [];
    await assert.rejects(findInstallation({ backend: 'windows', onStep: (step) => steps.push(step) }), {
      code: 'NOT_INSTALLED',
      message: /this machine: is not Windows/u,
    });
    assert.deepEqual(steps[0], {
      place: 'this-windows',
      looked: 'this machine',
      named: [],
      remark: 'is not Windows',
    });
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

function restoreEnvironment(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

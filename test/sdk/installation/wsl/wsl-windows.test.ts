import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { installationOf } from '../../../../sdk/src/installation/discovery/installation-of.ts';
import { WindowsSearch } from '../../../../sdk/src/installation/discovery/windows-search.ts';
import type { WindowsSurroundings } from '../../../../sdk/src/installation/discovery/windows-surroundings.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import { wslSystem, wslWindows } from '../../../../sdk/src/installation/wsl/wsl-windows.ts';
import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { StandInWsl } from '../../../support/sdk/wsl/stand-in-wsl.ts';

const { signal } = new AbortController();

async function onlyWindows(wsl: StandInWsl): Promise<WindowsSurroundings> {
  const { surroundings, steps } = await wslWindows(signal, wsl.view());
  const [windows, ...others] = surroundings;
  assert.ok(windows !== undefined && others.length === 0, JSON.stringify(steps));
  return windows;
}

async function found(wsl: StandInWsl): Promise<Installation | undefined> {
  const { phones } = await new WindowsSearch(await onlyWindows(wsl), signal).everywhere();
  const [phone] = phones;
  return phone && (await installationOf(phone, {}, signal));
}

const installed = {
  'HKEY_CURRENT_USER\\Software\\MicroSIP': { '': 'C:\\Users\\Jörg Weiß\\AppData\\Local\\MicroSIP' },
};

describeOnLinux('the Windows around a WSL, on a machine that stands in for one', () => {
  it('tells in its registry where MicroSIP is, and where the user’s folders are', async () => {
    using wsl = new StandInWsl({ registry: installed });
    wsl.recorder('C:\\Users\\Jörg Weiß\\AppData\\Local\\MicroSIP\\microsip.exe');
    const installation = await found(wsl);
    const profile = wsl.local('C:\\Users\\Jörg Weiß');
    assert.deepEqual(installation, {
      backend: 'wsl',
      version: undefined,
      executable: 'C:\\Users\\Jörg Weiß\\AppData\\Local\\MicroSIP\\microsip.exe',
      dataDirectory: `${profile}/AppData/Roaming/MicroSIP`,
      logDirectory: `${profile}/AppData/Local/MicroSIP`,
      localAppData: `${profile}/AppData/Local`,
      launch: {
        file: `${profile}/AppData/Local/MicroSIP/microsip.exe`,
        leadingArguments: [],
        workingDirectory: `${profile}/AppData/Local/MicroSIP`,
      },
      foundBy: 'user-registry',
    });
  });

  it('may have moved the folders of a user, such as into a server’s', async () => {
    using wsl = new StandInWsl({ registry: installed });
    wsl.registry({
      ...(JSON.parse(readFileSync(path.join(wsl.folder, 'registry.json'), 'utf8')) as object),
      'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders': {
        AppData: 'D:\\Roaming\\%USERNAME%',
        'Local AppData': '%LOCALAPPDATA%',
      },
    });
    wsl.recorder('C:\\Users\\Jörg Weiß\\AppData\\Local\\MicroSIP\\microsip.exe');
    assert.equal((await found(wsl))?.dataDirectory, wsl.local('D:\\Roaming\\Jörg Weiß\\MicroSIP'));
  });

  it('shows 32-bit programs another part of its registry', async () => {
    using wsl = new StandInWsl({
      registry: {
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\MicroSIP': { '': 'D:\\Phones\\MicroSIP' },
      },
    });
    wsl.recorder('D:\\Phones\\MicroSIP\\microsip.exe');
    const installation = await found(wsl);
    assert.equal(installation?.foundBy, 'machine-registry');
    assert.equal(installation.executable, 'D:\\Phones\\MicroSIP\\microsip.exe');
    assert.ok(installation.dataDirectory.endsWith('/AppData/Roaming/MicroSIP'), 'it is installed');
  });

  it('has the environment that its registry gives to new programs', async () => {
    using wsl = new StandInWsl({ systemDrive: 'D' });
    wsl.listMounts();
    const environment = await (await onlyWindows(wsl)).environment(signal);
    assert.equal(environment['SystemRoot'], 'D:\\Windows');
    assert.equal(environment['ProgramFiles(x86)'], 'D:\\Program Files (x86)');
    assert.equal(environment['PATH'], '%SystemRoot%\\system32;%SystemRoot%;D:\\Tools');
    assert.equal(environment['LOCALAPPDATA'], 'D:\\Users\\Jörg Weiß\\AppData\\Local');
  });

  it('need not give its environment away for a program that is named', async () => {
    // It tells where programs are, and nothing that goes through a file.
    const key = String.raw`    ProgramFilesDir    REG_SZ    C:\\Program Files`;
    using wsl = new StandInWsl({ reg: `[ "$1" = query ] && printf '%s\\r\\n' '${key}' || kill -9 $$` });
    wsl.recorder('D:\\MicroSIP\\microsip.exe');
    const { phones, steps } = await new WindowsSearch(await onlyWindows(wsl), signal).named(
      'D:\\MicroSIP\\microsip.exe',
    );
    assert.match(steps[0]?.remark ?? '', /reg\.exe" could not be run/u);
    assert.ok(phones[0] !== undefined);
    const { dataDirectory, localAppData } = await installationOf(phones[0], {}, signal);
    assert.deepEqual([dataDirectory, localAppData], [wsl.local('D:\\MicroSIP'), undefined]);
  });

  it('is on whichever drive has its system folder, with it on the PATH or not', async () => {
    using wsl = new StandInWsl({ systemDrive: 'D' });
    const windows = wsl.local('D:\\Windows');
    wsl.listMounts();
    assert.equal((await wslSystem(signal, wsl.view())).reg, `${windows}/System32/reg.exe`);

    rmSync(path.join(wsl.folder, 'mounts'));
    await assert.rejects(wslSystem(signal, wsl.view()), { code: 'UNSUPPORTED', message: /automount/u });
    const { PATH = '', ...rest } = wsl.environment;
    const view = wsl.view({ ...rest, PATH: `${PATH}:${windows}/System32` });
    assert.equal((await wslSystem(signal, view)).tasklist, `${windows}/System32/tasklist.exe`);
  });

  it('is out of reach where interop is switched off, and that is said', async () => {
    using wsl = new StandInWsl();
    // Without its rule, the kernel refuses to start what is no program of Linux.
    const reg = wsl.local('C:\\Windows\\System32\\reg.exe');
    writeFileSync(reg, 'MZ\0\0');
    mkdirSync(path.join(wsl.folder, 'etc'));
    writeFileSync(path.join(wsl.folder, 'etc', 'wsl.conf'), '[interop]\nenabled=false\n');
    const { steps, surroundings } = await wslWindows(signal, wsl.view());
    assert.deepEqual(surroundings, []);
    assert.deepEqual(
      steps.map(({ looked, place }) => ({ looked, place })),
      [{ looked: 'WSL 2', place: 'wsl-interop' }],
    );
    assert.match(steps[0]?.remark ?? '', /wsl\.conf has "enabled=false" in \[interop\].*wsl --shutdown/u);

    chmodSync(reg, 0o644);
    rmSync(path.join(wsl.folder, 'etc'), { recursive: true });
    assert.match(
      (await wslWindows(signal, wsl.view())).steps[0]?.remark ?? '',
      /drive of Windows|WSLInterop/u,
    );
  });

  it('is none outside WSL', async () => {
    using wsl = new StandInWsl();
    const { steps, surroundings } = await wslWindows(signal, { ...wsl.view(), version: undefined });
    assert.deepEqual(surroundings, []);
    assert.deepEqual(steps, [
      { place: 'wsl-interop', looked: 'this machine', named: [], remark: 'it does not run in WSL' },
    ]);
  });

  it('starts a program where Windows can stand', async () => {
    using wsl = new StandInWsl();
    const windows = await onlyWindows(wsl);
    const inLinux = '\\\\wsl.localhost\\Debian\\home\\jo\\microsip.exe';
    assert.equal(
      windows.launchTarget(inLinux, '/home/jo/microsip.exe').workingDirectory,
      wsl.local('C:\\Windows'),
    );
  });
});

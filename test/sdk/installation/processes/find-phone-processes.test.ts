import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import {
  findPhoneProcesses,
  phoneProcessExists,
} from '../../../../sdk/src/installation/processes/find-phone-processes.ts';
import { linuxProcesses } from '../../../../sdk/src/installation/processes/linux-processes.ts';
import type { PhoneProcess } from '../../../../sdk/src/installation/processes/phone-process.ts';
import { WindowsProcesses } from '../../../../sdk/src/installation/processes/windows-processes.ts';
import { simulatorInstallation } from '../../../../sdk/src/installation/simulator-installation.ts';
import type { WindowsSystem } from '../../../../sdk/src/installation/system/windows-system.ts';
import { describeOnPosix, itOnLinux } from '../../../support/mocha/platform-tests.ts';
import { winePhone } from '../../../support/sdk/found-phones.ts';
import { standInWindows } from '../../../support/sdk/stand-in-windows.ts';
import { standIn, standInWith } from '../../../support/sdk/stand-in-process.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

const { signal } = new AbortController();

describe('the processes of a phone under Wine', () => {
  itOnLinux('are those that run its program, the oldest first', async () => {
    using directory = temporaryDirectory();
    const executable = path.join(directory.path, 'microsip.exe');
    const installation = winePhone(executable);
    assert.deepEqual(await findPhoneProcesses(installation, signal), []);

    const before = Date.now();
    await using first = await standIn(installation.executable);
    await using second = await standIn(executable, '101');
    await using other = await standIn(path.join(directory.path, 'other', 'microsip.exe'));
    const found = await findPhoneProcesses(installation, signal);

    assert.ok(found !== 'unknown');
    assert.deepEqual(
      new Set(found.map(({ processId }) => processId)),
      new Set([first.pid, second.pid]),
      `and not ${String(other.pid)}`,
    );
    for (const { executable: program, startedAt = 0 } of found) {
      assert.equal(program, installation.executable);
      // Linux counts in hundredths of a second, from a boot time in whole ones.
      assert.ok(Math.abs(startedAt - before) < 60_000, `started at ${startedAt}, not about ${before}`);
    }
  });

  itOnLinux('are those of its own prefix, where two have a program of the same path', async () => {
    using directory = temporaryDirectory();
    const [prefix, link, other] = ['one', 'link', 'other'].map((name) => path.join(directory.path, name));
    assert.ok(prefix !== undefined && link !== undefined && other !== undefined);
    mkdirSync(prefix);
    symlinkSync(prefix, link);
    const installation = { ...winePhone('/MicroSIP/microsip.exe', prefix), executable: phone };
    await using first = await standInWith({ WINEPREFIX: link }, phone);
    await using _stranger = await standInWith({ WINEPREFIX: other }, phone);
    await using _plain = await standInWith({ WINEPREFIX: undefined, HOME: directory.path }, phone);

    const found = await findPhoneProcesses(installation, signal);
    assert.ok(found !== 'unknown');
    assert.deepEqual(
      found.map(({ processId }) => processId),
      [first.pid],
    );
  });

  itOnLinux('are gone when they have ended', async () => {
    using directory = temporaryDirectory();
    const installation = winePhone(path.join(directory.path, 'microsip.exe'));
    const phone = await standIn(installation.executable);
    const processId = phone.pid ?? 0;
    assert.equal(await phoneProcessExists(installation, processId, signal), true);

    await phone[Symbol.asyncDispose]();

    assert.equal(await phoneProcessExists(installation, processId, signal), false);
    assert.deepEqual(await findPhoneProcesses(installation, signal), []);
  });

  itOnLinux('are not known without a process file system', async () => {
    using directory = temporaryDirectory();
    assert.equal(await linuxProcesses(() => true, signal, directory.path), 'unknown');
    assert.equal(await linuxProcesses(() => true, signal, path.join(directory.path, 'none')), 'unknown');
  });

  itOnLinux('are not looked for when nobody waits any more', async () => {
    const installation = winePhone('/opt/phone/microsip.exe');
    await assert.rejects(findPhoneProcesses(installation, AbortSignal.abort()), { name: 'AbortError' });
  });
});

describe('the process of a simulated phone', () => {
  it('is for the simulator to tell', async () => {
    assert.equal(await findPhoneProcesses(simulatorInstallation({}), signal), 'unknown');
  });
});

const windowsOf = (system: WindowsSystem, ownProcessId?: number): WindowsProcesses =>
  new WindowsProcesses({ system, ownProcessId });

const phone = 'C:\\Program Files\\MicroSIP\\microsip.exe';
const twoTasks = String.raw`
  const filter = process.argv[process.argv.indexOf('/FI') + 1];
  const found = { 'IMAGENAME eq microsip.exe': [77, 4242], 'PID eq 4242': [4242] }[filter] ?? [];
  for (const id of found) console.log('"MicroSIP.exe","' + id + '","Console","1","35,104 K"');
  if (found.length === 0) console.log('INFO: No tasks are running which match the specified criteria.');
`;

describeOnPosix('the processes of a phone on Windows, seen from WSL', () => {
  const find = (windows: WindowsProcesses, executable: string, details = false) =>
    windows.find(executable, { details, signal });

  it('are those whose program has its name', async () => {
    using directory = temporaryDirectory();
    const windows = windowsOf(standInWindows(directory.path, { tasklist: twoTasks }));
    assert.deepEqual(await find(windows, phone), [{ processId: 77 }, { processId: 4242 }]);
    assert.deepEqual(await find(windows, 'C:\\MicroSIP\\other.exe'), []);
    assert.equal(await windows.exists(4242, signal), true);
    assert.equal(await windows.exists(4243, signal), false);
  });

  it('are those at its path, when details are wanted, and those nobody may look into', async () => {
    using directory = temporaryDirectory();
    const details = [
      { ProcessId: 77, ExecutablePath: phone.toUpperCase(), StartedAt: '2026-11-22T12:00:00.0000000Z' },
      { ProcessId: 4242, ExecutablePath: null, StartedAt: '2026-11-22T11:00:00.0000000Z' },
      { ProcessId: 4243, ExecutablePath: 'D:\\copy\\microsip.exe', StartedAt: null },
    ];
    const windows = windowsOf(
      standInWindows(directory.path, {
        tasklist: twoTasks,
        powershell: `console.log(${JSON.stringify(JSON.stringify(details))})`,
      }),
    );
    const expected: readonly PhoneProcess[] = [
      { processId: 4242, accessible: false, startedAt: Date.UTC(2026, 10, 22, 11) },
      {
        processId: 77,
        accessible: true,
        executable: phone.toUpperCase(),
        startedAt: Date.UTC(2026, 10, 22, 12),
      },
    ];
    assert.deepEqual(await find(windows, phone, true), expected);
  });

  it('are those of this session', async () => {
    using directory = temporaryDirectory();
    const tasklist = String.raw`
      const filter = process.argv[process.argv.indexOf('/FI') + 1];
      const found = filter === 'PID eq 99' ? [[99, 2]] : [[77, 1], [4242, 2]];
      for (const [id, session] of found) console.log('"microsip.exe","' + id + '","RDP-Tcp#3","' + session + '","1 K"');
    `;
    const system = standInWindows(directory.path, { tasklist });
    assert.deepEqual(await find(windowsOf(system, 99), phone), [{ processId: 4242 }]);
    assert.deepEqual(await find(windowsOf(system), phone), [{ processId: 77 }, { processId: 4242 }]);
  });

  it('are told by name alone where PowerShell does not answer', async () => {
    using directory = temporaryDirectory();
    const windows = windowsOf(
      standInWindows(directory.path, { tasklist: twoTasks, powershell: 'process.exit(1)' }),
    );
    assert.deepEqual(await find(windows, phone, true), [{ processId: 77 }, { processId: 4242 }]);
  });

  it('are not known where Windows cannot be asked', async () => {
    using directory = temporaryDirectory();
    assert.equal(await find(windowsOf(standInWindows(directory.path, {})), phone), 'unknown');
    const failing = windowsOf(standInWindows(directory.path, { tasklist: 'process.exit(1)' }));
    assert.equal(await find(failing, phone), 'unknown');
    assert.equal(await failing.exists(1, signal), 'unknown');
  });
});

describeOnPosix('phones in other sessions of Windows', () => {
  const sessions = String.raw`
    const filter = process.argv[process.argv.indexOf('/FI') + 1];
    const found = { 'IMAGENAME eq microsip.exe': [[77, 1], [78, 2], [79, 3]], 'PID eq 500': [[500, 2]] }[filter] ?? [];
    for (const [id, session] of found) {
      console.log('"' + (id === 500 ? 'node' : 'microsip') + '.exe","' + id + '","Console","' + session + '","35,104 K"');
    }
  `;

  it('are those of the same name that are not in the session of this process', async () => {
    using directory = temporaryDirectory();
    const system = standInWindows(directory.path, { tasklist: sessions });
    assert.deepEqual(await windowsOf(system, 500).inOtherSessions(phone, signal), [77, 79]);
  });

  it('are not known where tasklist does not run, or the own session cannot be told', async () => {
    using directory = temporaryDirectory();
    const system = standInWindows(directory.path, { tasklist: sessions });
    assert.equal(await windowsOf(system, 501).inOtherSessions(phone, signal), 'unknown');
    const nothing = standInWindows(path.join(directory.path, 'empty'), {});
    assert.equal(await windowsOf(nothing, 500).inOtherSessions(phone, signal), 'unknown');
  });
});

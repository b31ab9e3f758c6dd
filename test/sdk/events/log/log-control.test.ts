import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { LogControl, switchLog, type FindProcess } from '../../../../sdk/src/events/log/log-control.ts';
import { IniDocument } from '../../../../sdk/src/settings/ini-document.ts';
import { encodeIni } from '../../../../sdk/src/settings/ini-encoding.ts';
import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { simulatedPhone } from '../../../support/sdk/simulated-phone.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { upTo } from '../../../support/sdk/long-log.ts';
import { genuineLogs } from '../../../support/sdk/genuine-logs.ts';

const now = new Date(2026, 10, 22, 20);
const minute = 60_000;

const registered = genuineLogs.find(({ name }) => name === 'registered')?.bytes ?? Buffer.alloc(0);
const stillRunning = upTo(registered, 'registration success');

describe('the control of the log', () => {
  describe('of a phone of whose process something is known', () => {
    let directory: TemporaryDirectory;
    let settings: SettingsFile;
    let log: string;
    beforeEach(() => {
      directory = temporaryDirectory();
      log = path.join(directory.path, 'microsip_log.txt');
      settings = new SettingsFile(path.join(directory.path, 'microsip.ini'), {
        presence: () => Promise.resolve('not-running'),
        untilIdle: () => Promise.resolve(),
        exit: () => Promise.resolve(),
        start: () => Promise.resolve(),
      });
    });
    afterEach(() => {
      directory[Symbol.dispose]();
    });

    function write(content: Uint8Array, writtenAt: Date): void {
      writeFileSync(log, content);
      utimesSync(log, writtenAt, writtenAt);
    }

    const controlWith = (sighting: Awaited<ReturnType<FindProcess>>): LogControl =>
      new LogControl(
        log,
        settings,
        () => Promise.resolve(sighting),
        () => now,
      );
    const runningSince = (ago: number): Awaited<ReturnType<FindProcess>> => ({
      running: true,
      processId: 1,
      startedAt: new Date(now.getTime() - ago).toISOString(),
    });

    it('writes the wish into the ini, and takes it back', async () => {
      const control = controlWith({ running: false });
      assert.equal((await control.enable()).changed, true);
      assert.equal((await control.enable()).changed, false);
      assert.equal(
        IniDocument.parse((await settings.read()).toString()).getText('Settings', 'enableLog'),
        '1',
      );
      assert.equal((await control.status()).enabled, true);
      await control.disable();
      assert.equal((await control.status()).enabled, false);
    });

    it('says that there is no log', async () => {
      const { path: named, present, size, written } = await controlWith({ running: false }).status();
      assert.deepEqual([named, present, size, written], [log, false, undefined, false]);
    });

    it('says where a log is, its size, when it was written, and what it tells of people', async () => {
      write(registered, now);
      const { present, remarks, size, writtenAt } = await controlWith({ running: false }).status();
      assert.deepEqual([present, size, writtenAt], [true, registered.length, now.toISOString()]);
      assert.match(remarks.join(' '), /names and addresses/u);
    });

    const cases: readonly {
      readonly what: string;
      readonly enabled: boolean;
      readonly content?: Uint8Array;
      readonly writtenBefore?: number;
      readonly process: Awaited<ReturnType<FindProcess>>;
      readonly written: boolean | 'unknown';
      readonly restartNeeded: boolean;
    }[] = [
      {
        what: 'a log that was written since the phone was started is written by it',
        enabled: true,
        content: stillRunning,
        writtenBefore: 5 * minute,
        process: runningSince(10 * minute),
        written: true,
        restartNeeded: false,
      },
      {
        what: 'a log that is older than the phone is not written, and needs a restart',
        enabled: true,
        content: stillRunning,
        writtenBefore: 20 * minute,
        process: runningSince(10 * minute),
        written: false,
        restartNeeded: true,
      },
      {
        what: 'a log whose stack has ended is not written',
        enabled: true,
        content: registered,
        writtenBefore: 5 * minute,
        process: runningSince(10 * minute),
        written: false,
        restartNeeded: true,
      },
      {
        what: 'a log that is not there is not written',
        enabled: true,
        process: runningSince(10 * minute),
        written: false,
        restartNeeded: true,
      },
      {
        what: 'a log that is written though it is off needs a restart',
        enabled: false,
        content: stillRunning,
        writtenBefore: 5 * minute,
        process: runningSince(10 * minute),
        written: true,
        restartNeeded: true,
      },
      {
        what: 'a fresh log is written where the start of the phone is not known',
        enabled: true,
        content: stillRunning,
        writtenBefore: minute / 2,
        process: { running: true, processId: 1 },
        written: true,
        restartNeeded: false,
      },
      {
        what: 'of an older log it is not known then',
        enabled: true,
        content: stillRunning,
        writtenBefore: 5 * minute,
        process: { running: true, processId: 1 },
        written: 'unknown',
        restartNeeded: false,
      },
      {
        what: 'nothing is known where processes cannot be looked up',
        enabled: true,
        process: 'unknown',
        written: 'unknown',
        restartNeeded: false,
      },
      {
        what: 'no log is written while no phone runs',
        enabled: true,
        content: stillRunning,
        writtenBefore: 0,
        process: { running: false },
        written: false,
        restartNeeded: false,
      },
    ];
    for (const { content, enabled, process, restartNeeded, what, writtenBefore = 0, written } of cases) {
      it(`judges that ${what}`, async () => {
        const control = controlWith(process);
        if (enabled) await control.enable();
        if (content !== undefined) write(content, new Date(now.getTime() - writtenBefore));
        const status = await control.status();
        assert.deepEqual([status.written, status.restartNeeded], [written, restartNeeded]);
        assert.equal(
          status.remarks.some((remark) => remark.includes('start')),
          restartNeeded,
        );
      });
    }

    it('gives up in time, and says so', async () => {
      const hanging = new LogControl(
        log,
        settings,
        (signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('ended'));
            });
          }),
      );
      await assert.rejects(hanging.status({ timeoutMs: 20 }), { code: 'TIMEOUT' });
    });
  });

  it('knows of a simulated phone whether it writes its log, and needs its restart', async () => {
    await using simulated = await simulatedPhone();
    const { phone } = simulated;
    await phone.start({ minimized: true });
    const before = await phone.log.status();
    assert.deepEqual([before.enabled, before.running, before.written], [false, true, false]);

    await assert.rejects(phone.log.enable(), { code: 'SETTINGS_BUSY' });
    const change = await phone.log.enable({ restart: true });
    assert.deepEqual([change.changed, change.restarted], [true, true]);
    const during = await phone.log.status();
    assert.deepEqual([during.enabled, during.written, during.restartNeeded], [true, true, false]);

    const unchanged = await phone.log.enable({ restart: true });
    assert.deepEqual([unchanged.changed, unchanged.restarted], [false, false]);

    await phone.exit();
    await simulated.simulator.waitUntilEnded();
    await phone.log.disable();
    const after = await phone.log.status();
    assert.deepEqual([after.enabled, after.present, after.written], [false, true, false]);
  });

  it('restarts a phone that was started before its ini asked for the log', async () => {
    await using simulated = await simulatedPhone();
    const { phone } = simulated;
    await phone.start({ minimized: true });
    const ini = await phone.settings.read();
    switchLog(ini, true);
    writeFileSync(phone.settings.path, encodeIni({ encoding: 'utf-16le', text: ini.toString() }));
    const { enabled, restartNeeded, written } = await phone.log.status();
    assert.deepEqual([enabled, written, restartNeeded], [true, false, true]);

    assert.equal((await phone.log.enable()).restarted, false);
    assert.equal((await phone.log.enable({ restart: true, assumeIdle: true })).restarted, true);
    const after = await phone.log.status();
    assert.deepEqual([after.enabled, after.written, after.restartNeeded], [true, true, false]);
    assert.equal((await phone.log.enable({ restart: true })).restarted, false);
  });
});

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hookKeys } from '../../../../sdk/src/catalogue/hook.ts';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { HookControl } from '../../../../sdk/src/events/hooks/hook-control.ts';
import { JournalSource } from '../../../../sdk/src/events/hooks/journal/journal-source.ts';
import { simulatorInstallation } from '../../../../sdk/src/installation/simulator-installation.ts';
import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { Simulator } from '../../../../sdk/src/simulator/simulator.ts';
import { describeOnPosix, itOnPosix } from '../../../support/mocha/platform-tests.ts';
import { until } from '../../../support/sdk/until.ts';
import { iniPath, readIni } from '../../simulator/data-directory.ts';
import { ManualClock } from '../../simulator/manual-clock.ts';
import { closedPhone, hookedPhone, runHook } from './hooked-phone.ts';

const keysOf: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  verifiedVersions.map((version) => [
    version,
    hookKeys.filter((key) => version !== '3.20.5' || key !== 'cmdCallAnswerVideo'),
  ]),
);

describe('HookControl', () => {
  for (const version of verifiedVersions) {
    it(`installs every hook that ${version} has, and removes them byte by byte`, async () => {
      using phone = hookedPhone(
        { 'Settings.cmdCallEnd': '"C:\\My Tools\\ev.exe" end', 'Settings.cmdCallRing': '' },
        { version },
      );
      const before = readFileSync(iniPath(phone.dataDirectory));
      const installed = await phone.hooks.install();
      assert.equal(installed.changed, true);
      assert.deepEqual(
        installed.hooks.map(({ hook, outcome }) => [hook, outcome]),
        keysOf[version]?.map((key) => [key, 'installed']),
      );
      const status = await phone.hooks.status();
      assert.equal(status.installed, true);
      assert.equal(
        status.hooks.find(({ hook }) => hook === 'cmdCallEnd')?.runs,
        '"C:\\My Tools\\ev.exe" end',
      );

      const removed = await phone.hooks.remove();
      assert.equal(removed.changed, true);
      assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
      assert.equal(existsSync(phone.hooks.folder), false);
      assert.ok((await phone.hooks.status()).hooks.every(({ state }) => state === 'none' || state === 'own'));
    });
  }

  it('can be done twice, and undone twice', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' });
    const before = readFileSync(iniPath(phone.dataDirectory));
    await phone.hooks.install();
    const once = readFileSync(iniPath(phone.dataDirectory));
    const again = await phone.hooks.install();
    assert.equal(again.changed, false);
    assert.ok(again.hooks.every(({ outcome }) => outcome === 'unchanged'));
    assert.equal(again.hooks.find(({ hook }) => hook === 'cmdCallEnd')?.runs, 'C:\\ev.exe');
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), once);
    await phone.hooks.remove();
    const nothing = await phone.hooks.remove();
    assert.equal(nothing.changed, false);
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
  });

  itOnPosix('keeps its folder to the user', async () => {
    using phone = hookedPhone();
    await phone.hooks.install();
    assert.equal(statSync(phone.hooks.folder).mode & 0o777, 0o700);
    for (const name of ['hook.cjs', 'configuration.json', 'installation.json']) {
      assert.equal(statSync(join(phone.hooks.folder, name)).mode & 0o077, 0, name);
    }
  });

  it('says what it would do, and does nothing', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' });
    const before = readFileSync(iniPath(phone.dataDirectory));
    const plan = await phone.hooks.planInstall();
    assert.ok(plan.every(({ outcome }) => outcome === 'installed'));
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
    assert.equal(existsSync(phone.hooks.folder), false);
    await phone.hooks.install();
    const removal = await phone.hooks.planRemove();
    assert.equal(removal.find(({ hook }) => hook === 'cmdCallEnd')?.after, 'C:\\ev.exe');
    assert.equal((await phone.hooks.status()).installed, true);
  });

  it('leaves no trace where the settings cannot be changed now', async () => {
    using phone = hookedPhone(
      {},
      { control: { ...closedPhone, presence: () => Promise.resolve('running') } },
    );
    const before = readFileSync(iniPath(phone.dataDirectory));
    await assert.rejects(phone.hooks.install(), { code: 'SETTINGS_BUSY' });
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
    assert.equal(existsSync(phone.hooks.folder), false);
  });

  it('keeps all of it where the settings are changed and MicroSIP does not start again', async () => {
    let presence: 'running' | 'not-running' = 'running';
    const control = {
      ...closedPhone,
      presence: () => Promise.resolve(presence),
      exit: () => {
        presence = 'not-running';
        return Promise.resolve();
      },
      start: () => Promise.reject(new Error('it does not start')),
    };
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' }, { control });
    const before = readFileSync(iniPath(phone.dataDirectory));
    await assert.rejects(phone.hooks.install({ restart: true }), { code: 'LAUNCH_FAILED' });
    assert.equal((await phone.hooks.status()).installed, true);
    await phone.hooks.remove();
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
  });

  it('leaves what is installed as it is where the settings cannot be changed now', async () => {
    let presence: 'running' | 'not-running' = 'not-running';
    const control = { ...closedPhone, presence: () => Promise.resolve(presence) };
    using phone = hookedPhone({}, { control });
    await phone.hooks.install();
    presence = 'running';
    const node = join(phone.directory, 'node.exe');
    writeFileSync(node, '');
    chmodSync(node, 0o755);
    await assert.rejects(phone.hooks.install({ node, keptSegments: 1 }), { code: 'SETTINGS_BUSY' });
    assert.equal((await phone.hooks.status()).installed, true);
    presence = 'not-running';
    await phone.hooks.install({ node });
    assert.equal((await phone.hooks.status()).installed, true);
  });

  it('leaves what the user changed since, and says so', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\old.exe' });
    await phone.hooks.install();
    await phone.settings.change((ini) => {
      ini.set('Settings', 'cmdCallEnd', 'C:\\new.exe');
      ini.set('Settings', 'cmdCallRing', '');
    });
    const { hooks } = await phone.hooks.remove();
    assert.equal(readIni(phone.dataDirectory).get('Settings', 'cmdCallEnd'), 'C:\\new.exe');
    const end = hooks.find(({ hook }) => hook === 'cmdCallEnd');
    assert.equal(end?.outcome, 'left');
    assert.match(end.remark ?? '', /changed since/u);
  });

  it('takes over what the user changed since, when it is installed again', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\old.exe' });
    await phone.hooks.install();
    await phone.settings.change((ini) => ini.set('Settings', 'cmdCallEnd', 'C:\\new.exe'));
    await phone.hooks.install();
    await phone.hooks.remove();
    assert.equal(readIni(phone.dataDirectory).get('Settings', 'cmdCallEnd'), 'C:\\new.exe');
  });

  it('loses no command of the user when several install and remove at once', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' });
    const before = readFileSync(iniPath(phone.dataDirectory));
    const other = new HookControl(
      simulatorInstallation({ dataDirectory: phone.dataDirectory }, phone.user),
      new SettingsFile(iniPath(phone.dataDirectory), closedPhone),
      phone.user,
    );
    for (let round = 0; round < 5; round++) {
      await Promise.all([phone.hooks.install(), other.install()]);
      await Promise.all([phone.hooks.remove(), other.install(), phone.hooks.install(), other.remove()]);
      const { hooks } = await phone.hooks.status();
      const states = hooks.map(({ state }) => state);
      const all = states.every((state) => state === 'installed');
      assert.ok(all || states.every((state) => state === 'none' || state === 'own'), states.join());
      await phone.hooks.remove();
      assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
      assert.equal(existsSync(join(phone.hooks.folder, '..')), false);
    }
  });

  it('keeps what a hook held before that the present version does not have', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallAnswerVideo': 'C:\\ev.exe' });
    const before = readFileSync(iniPath(phone.dataDirectory));
    await phone.hooks.install();
    const older = new HookControl(
      simulatorInstallation({ dataDirectory: phone.dataDirectory, version: '3.20.5' }, phone.user),
      phone.settings,
      phone.user,
    );
    await older.install();
    await phone.hooks.remove();
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
  });

  for (const options of [
    { segmentBytes: 0 },
    { segmentBytes: Number.NaN },
    { segmentBytes: 1.5 },
    { keptSegments: -1 },
    { keptSegments: Number.POSITIVE_INFINITY },
  ]) {
    it(`refuses ${Object.entries(options).join(' ').replace(',', ' ')}`, async () => {
      using phone = hookedPhone();
      await assert.rejects(phone.hooks.install(options), { code: 'INVALID_ARGUMENT' });
      await assert.rejects(phone.hooks.planInstall(options), { code: 'INVALID_ARGUMENT' });
      assert.equal(existsSync(phone.hooks.folder), false);
    });
  }

  it('says so when nobody knows any more what was there, and installs', async () => {
    using phone = hookedPhone();
    await phone.hooks.install();
    rmSync(phone.hooks.folder, { recursive: true });
    const { hooks } = await phone.hooks.install();
    assert.ok(hooks.every(({ remark }) => remark?.includes('not known')));
    assert.equal((await phone.hooks.install()).hooks[0]?.remark, undefined);
  });

  for (const name of ['hook.cjs', 'own-command.cjs', 'exact-caller.cjs', 'windows-arguments.cjs']) {
    it(`sees that ${name} is gone`, async () => {
      using phone = hookedPhone();
      await phone.hooks.install();
      rmSync(join(phone.hooks.folder, name));
      const { hooks, installed } = await phone.hooks.status();
      assert.equal(installed, false);
      assert.ok(hooks.every(({ remark, state }) => state === 'dangling' && remark?.includes(name)));
    });
  }

  it('leaves a command that only MicroSIP can run, and goes on with the other hooks', async () => {
    using phone = hookedPhone({
      'Settings.cmdOutgoingCall': 'C:\\ev.exe {callerid}',
      'Settings.cmdCallEnd': '" "',
    });
    const { hooks } = await phone.hooks.install();
    assert.deepEqual(
      hooks
        .filter(({ outcome }) => outcome !== 'installed')
        .map(({ hook, remark }) => [hook, remark?.includes('because')]),
      [
        ['cmdOutgoingCall', true],
        ['cmdCallEnd', true],
      ],
    );
    assert.equal((await phone.hooks.status()).installed, false);
  });

  it('mends what is damaged, gone, or of an older kit', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' });
    await phone.hooks.install();
    const script = join(phone.hooks.folder, 'hook.cjs');
    const program = readFileSync(script);
    const stateOf = async (key: string): Promise<string | undefined> =>
      (await phone.hooks.status()).hooks.find(({ hook }) => hook === key)?.state;

    const value = readIni(phone.dataDirectory).get('Settings', 'cmdCallEnd') ?? '';
    await phone.settings.change((ini) => ini.set('Settings', 'cmdCallEnd', value.slice(0, -4)));
    assert.equal(await stateOf('cmdCallEnd'), 'damaged');
    await phone.hooks.install();
    assert.equal(await stateOf('cmdCallEnd'), 'installed');

    rmSync(script);
    assert.equal(await stateOf('cmdCallEnd'), 'dangling');
    writeFileSync(script, '// older');
    await phone.hooks.install();
    assert.deepEqual(readFileSync(script), program);

    rmSync(phone.hooks.folder, { recursive: true });
    assert.equal(await stateOf('cmdCallEnd'), 'damaged');
    await phone.hooks.install();
    assert.equal((await phone.hooks.status()).installed, true);
  });

  it('empties a hook of its own when nobody knows any more what was there', async () => {
    using phone = hookedPhone();
    await phone.hooks.install();
    rmSync(phone.hooks.folder, { recursive: true });
    const { hooks } = await phone.hooks.remove();
    assert.match(hooks[0]?.remark ?? '', /not known/u);
    assert.ok((await phone.hooks.status()).hooks.every(({ state }) => state === 'none'));
  });

  it('refuses to undo by a damaged record', async () => {
    using phone = hookedPhone();
    await phone.hooks.install();
    writeFileSync(join(phone.hooks.folder, 'installation.json'), '{"v":1,"before"');
    await assert.rejects(phone.hooks.remove(), { code: 'SETTINGS_DAMAGED' });
    assert.notEqual(readIni(phone.dataDirectory).get('Settings', 'cmdCallEnd'), undefined);
  });

  it('knows a batch file of the user for what it is', async () => {
    using phone = hookedPhone({
      'Settings.cmdCallEnd': '""C:\\My Tools\\ev.bat" end"',
      'Settings.cmdCallRing': 'C:\\ev.exe',
      'Settings.cmdCallBusy': 'cmd /c C:\\ev',
    });
    const { hooks } = await phone.hooks.status();
    const remark = (key: string): string | undefined => hooks.find(({ hook }) => hook === key)?.remark;
    assert.match(remark('cmdCallEnd') ?? '', /give commands to a batch file/u);
    assert.match(remark('cmdCallBusy') ?? '', /give commands to a shell/u);
    assert.equal(remark('cmdCallRing'), undefined);
    const states = Object.fromEntries(hooks.map(({ hook, state }) => [hook, state]));
    assert.equal(states['cmdCallEnd'], 'batch-file');
    assert.equal(states['cmdCallRing'], 'own');
    assert.equal(states['cmdCallStart'], 'none');
  });

  it('says how long the journal is, what came last, and where the hook program failed', async () => {
    using phone = hookedPhone();
    await phone.hooks.install();
    assert.equal((await phone.hooks.status()).journal.files, 0);
    await runHook(phone.hooks.folder, 'cmdCallRing 101');
    await runHook(phone.hooks.folder, 'cmdCallEnd 102');
    await runHook(phone.hooks.folder, 'nonsense');
    const { failures, journal } = await phone.hooks.status();
    assert.equal(journal.files, 1);
    assert.equal(journal.bytes, statSync(join(phone.hooks.folder, 'journal.jsonl')).size);
    assert.equal(journal.last?.caller, '102');
    assert.equal(failures?.count, 1);
    assert.match(failures.error, /not named/u);
  });

  it('keeps phones apart, and knows the hooks of a copied ini for those of another phone', async () => {
    using phone = hookedPhone({ 'Settings.cmdCallEnd': 'C:\\ev.exe' });
    await phone.hooks.install();
    const dataDirectory = join(phone.directory, 'second');
    const installation = simulatorInstallation({ dataDirectory }, phone.user);
    await phone.settings.read();
    const { cpSync } = await import('node:fs');
    cpSync(phone.dataDirectory, dataDirectory, { recursive: true });
    const settings = new SettingsFile(iniPath(dataDirectory), closedPhone);
    const hooks = new HookControl(installation, settings, phone.user);
    assert.notEqual(hooks.folder, phone.hooks.folder);
    assert.ok((await hooks.status()).hooks.every(({ state }) => state === 'damaged'));
    await hooks.install();
    assert.equal((await hooks.status()).installed, true);
    await hooks.remove();
    assert.equal(readIni(dataDirectory).get('Settings', 'cmdCallEnd'), 'C:\\ev.exe');
    assert.equal((await phone.hooks.status()).installed, true);
  });

  it('says that it can neither install nor remove the hooks of a phone on another system', async () => {
    using phone = hookedPhone();
    const installation = {
      ...simulatorInstallation({ dataDirectory: phone.dataDirectory }),
      backend: 'wsl' as const,
    };
    const hooks = new HookControl(installation, phone.settings, phone.user);
    await phone.hooks.install();
    const before = readFileSync(iniPath(phone.dataDirectory));
    for (const refused of [hooks.install(), hooks.planInstall(), hooks.remove(), hooks.planRemove()]) {
      await assert.rejects(refused, { code: 'UNSUPPORTED' });
    }
    assert.deepEqual(readFileSync(iniPath(phone.dataDirectory)), before);
    const status = await hooks.status();
    assert.ok(status.hooks.every(({ remark }) => remark?.includes('where they were set')));
  });
});

describeOnPosix('hooks of a simulated phone', () => {
  for (const version of verifiedVersions) {
    it(`write the journal in ${version}, run what was there before, and outlive the phone's saves`, async () => {
      using prepared = hookedPhone({ 'Settings.singleMode': '0' }, { version });
      const record = join(prepared.directory, 'own record');
      const own = join(prepared.directory, 'own command');
      writeFileSync(own, `#!/bin/sh\nprintf '%s|' "$@" >> '${record}'\n`);
      chmodSync(own, 0o755);
      const before = `"${own}" call end`;
      await prepared.settings.change((ini) => ini.set('Settings', 'cmdCallEnd', before));
      await prepared.hooks.install();

      const journalFile = join(prepared.hooks.folder, 'journal.jsonl');
      const hooksRun = (): number =>
        existsSync(journalFile) ? readFileSync(journalFile, 'utf8').split('\n').length - 1 : 0;
      const ring = async (caller: string, count: number): Promise<void> => {
        const clock = new ManualClock();
        await using phone = await Simulator.start({ dataDirectory: prepared.dataDirectory, version, clock });
        const journal = new JournalSource(prepared.hooks.folder);
        clock.pass(100);
        const callId = phone.ring({ from: caller });
        clock.pass(0);
        await until(
          () => hooksRun() === 3 * count - 1 && phone.phone.interface.waiting === null,
          'the phone to ring',
        );
        phone.farEnd({ do: 'hang-up' }, callId);
        clock.pass(0);
        await until(
          () => existsSync(record) && readFileSync(record, 'utf8').split('call|').length === count + 1,
          'the own command',
        );
        const callers = (await journal.history()).slice(-3).map((event) => [event.hook, event.caller]);
        assert.deepEqual(callers, [
          ['cmdIncomingCall', caller],
          ['cmdCallRing', caller],
          ['cmdCallEnd', caller],
        ]);
        await phone.commandLine('/exit');
        await phone.ended;
      };
      await ring('101', 1);
      await ring('102', 2);
      assert.equal(readFileSync(record, 'utf8'), 'call|end|101|call|end|102|');
      assert.equal((await prepared.hooks.status()).installed, true);
      const text = readIni(prepared.dataDirectory).getText('Settings', 'cmdCallEnd') ?? '';
      assert.equal(
        /^"".*cmdCallEnd"$/u.test(text) || /^"[^"].*cmdCallEnd"$/u.test(text),
        version !== '3.20.5',
        text,
      );

      await prepared.hooks.remove();
      assert.equal(readIni(prepared.dataDirectory).getText('Settings', 'cmdCallEnd'), before);
    });
  }
});

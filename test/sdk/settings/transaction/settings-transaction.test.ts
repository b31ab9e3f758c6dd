import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import sinon from 'sinon';

import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import type { IniDocument } from '../../../../sdk/src/settings/ini-document.ts';
import { encodeIni } from '../../../../sdk/src/settings/ini-encoding.ts';
import type { PhoneControl } from '../../../../sdk/src/settings/phone-control.ts';
import type { ChangeOptions } from '../../../../sdk/src/settings/settings-change.ts';
import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { obedientPhone, phoneThat, type ObedientPhone } from '../../../support/sdk/phone-that.ts';
import { simulatedPhone } from '../../../support/sdk/simulated-phone.ts';
import { simulatorControl } from '../../../support/sdk/simulator-control.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';

const text = '; by hand\r\n[Settings]\r\nsingleMode=1\r\nenableLog=0\r\n\r\n[Account1]\r\nlabel=Büro\r\n';
const utf16 = (content: string): Uint8Array => encodeIni({ encoding: 'utf-16le', text: content });

/** A clock that stands still until it is told, so that time is over at one step, however long those before it take. */
const standingClock = (): sinon.SinonFakeTimers =>
  sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

describe('a change of settings, with a phone that does not do as it is asked', () => {
  let directory: TemporaryDirectory;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'microsip.ini');
    writeFileSync(file, utf16(text));
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const change = (
    control: Partial<PhoneControl>,
    options: ChangeOptions = {},
  ): ReturnType<SettingsFile['change']> =>
    new SettingsFile(file, {
      ...phoneThat('running'),
      untilIdle: () => Promise.resolve(),
      ...control,
    }).change((ini) => ini.set('Settings', 'enableLog', '1'), { restart: true, ...options });

  it('says that it was changed but not started again', async () => {
    const start = (): Promise<never> => Promise.reject(new Error('no such program'));
    await assert.rejects(change({ ...obedientPhone(), start }), {
      code: 'LAUNCH_FAILED',
      message: /The settings were changed\..*start it yourself/u,
    });
    assert.deepEqual(readFileSync(file), utf16(text.replace('enableLog=0', 'enableLog=1')));
  });

  it('tells both why nothing was changed and that the phone is not back', async () => {
    const states = ['running', 'running', 'not-running'] as const;
    let looks = 0;
    await assert.rejects(
      change({
        presence: () => Promise.resolve(states[looks++] ?? 'not-running'),
        exit: () => Promise.reject(new Error('it hangs')),
        start: () => Promise.reject(new Error('no such program')),
      }),
      (error) => {
        assert.ok(error instanceof MicroSipError && error.cause instanceof AggregateError);
        assert.match(error.message, /^it hangs.*start it yourself/u);
        assert.equal(error.cause.errors.length, 2);
        return true;
      },
    );
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('starts a phone again that ends only after nobody waits for it any more', async () => {
    const started: boolean[] = [];
    let looks = 0;
    const caller = new AbortController();
    const changing = change(
      {
        presence: () => Promise.resolve(started.length === 0 && ++looks < 5 ? 'running' : 'not-running'),
        exit: () => {
          caller.abort();
          return new Promise(() => undefined);
        },
        start: ({ minimized }) => {
          started.push(minimized);
          return Promise.resolve();
        },
      },
      { signal: caller.signal },
    );
    await assert.rejects(changing, { code: 'CANCELLED' });
    assert.deepEqual(started, [false]);
    assert.deepEqual(readFileSync(file), utf16(text));
    assert.deepEqual(readdirSync(directory.path), ['microsip.ini']);
  });

  it('does not start a phone a second time that somebody else has started meanwhile', async () => {
    const states = ['running', 'not-running', 'not-running', 'running'] as const;
    let looks = 0;
    const changed = await change({
      presence: () => Promise.resolve(states[looks++] ?? 'running'),
      exit: () => Promise.resolve(),
    });
    assert.deepEqual([changed.changed, changed.restarted], [true, true]);
  });

  const changed = utf16(text.replace('enableLog=0', 'enableLog=1'));

  /** A phone that somebody starts as soon as the settings were changed, once. */
  const slippingIn = (): ObedientPhone => {
    const phone = obedientPhone();
    let slips = 1;
    return Object.assign(phone, {
      presence: () => {
        if (!phone.isRunning && readFileSync(file).equals(changed) && slips-- > 0) phone.isRunning = true;
        return Promise.resolve(phone.isRunning ? 'running' : 'not-running');
      },
    });
  };

  it('ends a phone once more that somebody starts in the middle of the change', async () => {
    const phone = obedientPhone();
    const presence = (): ReturnType<PhoneControl['presence']> => {
      // The first copy is there right before it is looked whether the phone is still closed.
      if (phone.endings === 1 && existsSync(`${file}.backups`)) phone.isRunning = true;
      return phone.presence(new AbortController().signal);
    };
    const outcome = await change({ ...phone, presence });
    assert.deepEqual([outcome.changed, outcome.restarted], [true, true]);
    assert.deepEqual([phone.endings, phone.isRunning], [2, true]);
    assert.deepEqual(readFileSync(file), changed);
  });

  it('makes the change again when a phone that slipped in wrote the old settings over it', async () => {
    const phone = slippingIn();
    const exit = async (signal: AbortSignal): Promise<void> => {
      await phone.exit(signal);
      writeFileSync(file, utf16(text));
    };
    const steps: string[] = [];
    const outcome = await change({ ...phone, exit }, { onProgress: (step) => steps.push(step) });
    assert.deepEqual([outcome.changed, outcome.restarted, phone.isRunning], [true, true, true]);
    assert.deepEqual(readFileSync(file), changed);
    const restart = ['looking-for-phone', 'waiting-for-calls', 'ending-phone', 'starting-phone'];
    assert.deepEqual(steps, ['waiting-for-changes', ...restart, ...restart]);
  });

  it('reports the change that it made before a phone slipped in which kept it', async () => {
    const editOnce = (ini: IniDocument): void => {
      assert.equal(ini.get('Settings', 'enableLog'), '0');
      ini.set('Settings', 'enableLog', '1');
    };
    const outcome = await new SettingsFile(file, slippingIn()).change(editOnce, { restart: true });
    assert.deepEqual([outcome.changed, outcome.restarted], [true, true]);
    assert.deepEqual(readFileSync(outcome.backup ?? ''), Buffer.from(utf16(text)));
  });

  it('says what to do about a phone that does not end in time', async () => {
    const clock = standingClock();
    let looks = 0;
    const hanging = change(
      {
        presence: () => Promise.resolve(looks++ === 0 ? 'running' : 'not-running'),
        exit: () => {
          setImmediate(() => clock.tick(50));
          return new Promise(() => undefined);
        },
        start: () => Promise.resolve(),
      },
      { timeoutMs: 50 },
    );
    try {
      await assert.rejects(hanging, {
        code: 'TIMEOUT',
        message: /Ending MicroSIP took more than 50 ms, so nothing was changed; .*hangs/u,
      });
    } finally {
      clock.restore();
    }
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('gives up on a phone that is started again and again', async () => {
    let ended = 0;
    await assert.rejects(
      change({
        presence: () => Promise.resolve('running'),
        exit: () => {
          ended++;
          return Promise.resolve();
        },
      }),
      { code: 'SETTINGS_BUSY' },
    );
    assert.ok(ended > 1);
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('undoes settings that were damaged, while the phone runs', async () => {
    await new SettingsFile(file, phoneThat('not-running')).change((ini) => ini.set('Settings', 'x', '1'));
    writeFileSync(file, 'rubbish');
    const phone = obedientPhone();
    const undone = await new SettingsFile(file, phone).undo({ restart: true });
    assert.deepEqual([undone.changed, undone.restarted, phone.isRunning], [true, true, true]);
    assert.deepEqual(readFileSync(file), utf16(text));
  });
});

describe('a change of settings, with a simulated phone in a process of its own', function () {
  this.timeout(120_000);

  it('refuses a change while the phone runs, and takes it when it does not', async () => {
    await using test = await simulatedPhone();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), simulatorControl(test));
    await test.phone.start();
    const before = readFileSync(settings.path);
    await assert.rejects(
      settings.change((ini) => ini.set('Settings', 'singleMode', '0')),
      { code: 'SETTINGS_BUSY', message: /--restart/u },
    );
    assert.deepEqual(readFileSync(settings.path), before);
    await test.phone.exit();
    await test.simulator.waitUntilEnded();
    assert.equal((await settings.change((ini) => ini.set('Settings', 'singleMode', '0'))).changed, true);
  });

  it('waits until no call is up, ends the phone, changes its settings, and starts it again', async () => {
    await using test = await simulatedPhone({}, { minimized: '1' });
    const control = simulatorControl(test);
    let waits = false;
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), {
      ...control,
      untilIdle: (signal) => {
        waits = true;
        return control.untilIdle(signal);
      },
    });
    await test.phone.dialAndWait('101', { until: 'active' });
    const firstProcess = await test.simulator.processId();

    const changing = settings.change((ini) => ini.set('Settings', 'singleMode', '0'), { restart: true });
    await until(() => waits, 'the wait for the end of calls');
    assert.equal((await test.simulator.status()).calls.length, 1);
    await test.simulator.farEnd({ do: 'hang-up' });

    const change = await changing;
    assert.deepEqual([change.changed, change.restarted], [true, true]);
    await test.simulator.waitUntilRunning();
    assert.notEqual(await test.simulator.processId(), firstProcess);
    await test.phone.exit();
    await test.simulator.waitUntilEnded();
    assert.equal((await settings.read()).get('Settings', 'singleMode'), '0');
  });

  it('does not touch the phone for a change that is wrong, or that changes nothing', async () => {
    await using test = await simulatedPhone();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), simulatorControl(test));
    await test.phone.start();
    const process = await test.simulator.processId();
    await assert.rejects(
      settings.change((ini) => ini.set('Settings', 'a', 'b\n'), { restart: true }),
      { code: 'INVALID_ARGUMENT' },
    );
    const same = await settings.change((ini) => ini.set('Settings', 'accountId', '1'), { restart: true });
    assert.deepEqual(same, { changed: false, restarted: false });
    assert.equal(await test.simulator.processId(), process);
  });

  it('starts the phone again when the change fails after its end', async () => {
    await using test = await simulatedPhone();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), simulatorControl(test));
    await test.phone.start();
    const firstProcess = await test.simulator.processId();
    let edits = 0;
    const edit = (ini: IniDocument): void => {
      if (++edits > 1) throw new RangeError('no longer possible');
      ini.set('Settings', 'singleMode', '0');
    };
    await assert.rejects(settings.change(edit, { restart: true }), RangeError);
    await test.simulator.waitUntilRunning();
    assert.notEqual(await test.simulator.processId(), firstProcess);
    assert.notEqual((await settings.read()).get('Settings', 'singleMode'), '0');
  });

  it('gives up waiting for the end of calls when told to, and leaves phone and settings as they are', async () => {
    await using test = await simulatedPhone();
    const control = simulatorControl(test);
    await test.phone.dialAndWait('101', { until: 'active' });
    const clock = standingClock();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), {
      ...control,
      untilIdle: async (signal) => {
        setImmediate(() => clock.tick(300));
        await control.untilIdle(signal);
      },
    });
    const before = readFileSync(settings.path);
    try {
      const change = settings.change((ini) => ini.set('Settings', 'singleMode', '0'), {
        restart: true,
        timeoutMs: 300,
      });
      await assert.rejects(change, { code: 'TIMEOUT', message: /until no call is up/u });
    } finally {
      clock.restore();
    }
    assert.equal((await test.simulator.status()).calls.length, 1);
    assert.deepEqual(readFileSync(settings.path), before);
  });
});

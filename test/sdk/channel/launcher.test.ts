import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { Launcher } from '../../../sdk/src/channel/launcher.ts';
import { startLimits } from '../../../sdk/src/channel/limits.ts';
import type { PhonePresence, PhoneProcess } from '../../../sdk/src/channel/phone-presence.ts';
import type { Installation } from '../../../sdk/src/installation/installation.ts';
import { programInstallation } from '../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { processExists, until } from '../../support/sdk/until.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';

/** A phone in some other process. */
const elsewhere: PhonePresence = { findPhone: () => Promise.resolve({ processId: process.pid }) };
const unknown: PhonePresence = { findPhone: () => Promise.resolve('unknown') };

describe('the launcher', () => {
  const never = new AbortController().signal;
  let directory: TemporaryDirectory;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'note');
  });
  afterEach(() => directory[Symbol.dispose]());

  const recorder = (exitCode: number): Installation =>
    programInstallation('recorder', [file, String(exitCode)], directory.path);
  const stubborn = (): Installation => programInstallation('stubborn', [file], directory.path);
  /** The process number that the stubborn program writes down; a file is there before its content is. */
  const noted = (): number | undefined =>
    existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined;
  const starts = (): unknown[] =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  /** A time limit that ends as soon as something is so, however long that takes. */
  const timeThatIsOverWhen = async (condition: () => unknown): Promise<{ readonly signal: AbortSignal }> => {
    using spent = startLimits({ timeoutMs: 1 });
    await until(() => spent.signal.aborted, 'a time limit to be over');
    const time = new AbortController();
    void until(() => condition() !== undefined, 'what ends the time').then(
      () => time.abort(spent.signal.reason),
      (error: unknown) => time.abort(error),
    );
    return time;
  };

  it('starts the program once, with the command line as its one argument', async () => {
    const tail = 'sip:bob@example.com;x=$HOME?Subject=%22a&b|c%22';
    assert.deepEqual(await new Launcher(elsewhere).handOver(recorder(0), tail, { signal: never }), {
      started: false,
    });
    assert.deepEqual(starts(), [[tail]]);
  });

  it('starts the program without an argument for an empty command line', async () => {
    await new Launcher(elsewhere).handOver(recorder(0), '', { signal: never });
    assert.deepEqual(starts(), [[]]);
  });

  it('reports a helper that fails, and does not send again what may have arrived (facts B.1)', async () => {
    await assert.rejects(new Launcher(elsewhere).handOver(recorder(1), '100', { signal: never }), {
      code: 'LAUNCH_FAILED',
      message: /exit code 1 .* probably lost.* try again/u,
    });
    assert.equal(starts().length, 1);
  });

  it('says that there is no such program', async () => {
    const missing = path.join(directory.path, 'microsip.exe');
    for (const launchFile of [missing, 'no-such-program-anywhere']) {
      const installation = { ...recorder(0), launch: { file: launchFile, leadingArguments: [] } };
      await assert.rejects(new Launcher(elsewhere).handOver(installation, '100', { signal: never }), {
        code: 'NOT_INSTALLED',
        message: new RegExp(`There is no program .*${path.basename(launchFile)}`, 'u'),
      });
    }
  });

  for (const backend of ['wsl', 'wine'] as const) {
    it(`takes a phone for the one it started that was not there before, whatever its number is: ${backend}`, async () => {
      const phones: PhoneProcess[] = [{ processId: 7 }, { processId: 7 }, { processId: 7 }, { processId: 9 }];
      const presence: PhonePresence = {
        findPhone: () =>
          Promise.resolve(phones.length > 1 ? (phones.shift() ?? 'unknown') : { processId: 9 }),
      };
      const installation: Installation = { ...stubborn(), backend };
      try {
        const handOver = await new Launcher(presence).handOver(installation, '', { signal: never });
        assert.deepEqual(handOver, { started: true });
        assert.equal(phones.length, 1, 'it has looked until there was another one');
      } finally {
        const processId = await until(noted, 'the number of the process');
        process.kill(processId, 'SIGKILL');
      }
    });
  }

  it('says that Wine is missing where MicroSIP would run under it', async () => {
    const launch = { file: 'no-wine-anywhere', leadingArguments: ['/opt/mic/microsip.exe'] };
    const installation: Installation = { ...recorder(0), backend: 'wine', launch };
    await assert.rejects(new Launcher(elsewhere).handOver(installation, '100', { signal: never }), {
      code: 'NOT_INSTALLED',
      message: /no program no-wine-anywhere, .*install Wine/u,
    });
  });

  it('blames the folder when the simulated phone refuses its arguments', async () => {
    const installation: Installation = { ...recorder(2), backend: 'simulator' };
    await assert.rejects(new Launcher(elsewhere).handOver(installation, '100', { signal: never }), {
      code: 'INVALID_ARGUMENT',
      message: /cannot live in/u,
    });
  });

  itOnPosix('says that a program cannot be started', async () => {
    const installation = { ...recorder(0), launch: { file: import.meta.filename, leadingArguments: [] } };
    await assert.rejects(new Launcher(elsewhere).handOver(installation, '100', { signal: never }), {
      code: 'LAUNCH_FAILED',
      message: /could not be started \(EACCES\)/u,
    });
  });

  it('says that a command line is longer than the system takes', async () => {
    await assert.rejects(
      new Launcher(elsewhere).handOver(recorder(0), '1'.repeat(8_000_000), { signal: never }),
      { code: 'LAUNCH_FAILED', message: /could not be started \((?:E2BIG|ENAMETOOLONG|UNKNOWN)\)/u },
    );
  });

  it('starts the program in the folder it is to stand in', async () => {
    const installation = programInstallation('working-directory', [file], directory.path);
    const launch = { ...installation.launch, workingDirectory: directory.path };
    await new Launcher(elsewhere).handOver({ ...installation, launch }, '100', { signal: never });
    assert.equal(readFileSync(file, 'utf8'), realpathSync(directory.path));
  });

  it('ends a helper that hangs, and says what to do', async () => {
    const time = await timeThatIsOverWhen(noted);
    await assert.rejects(new Launcher(elsewhere).handOver(stubborn(), '100', time), {
      code: 'TIMEOUT',
      message: /did not take the command within \d+ ms.* event hook .* look at its window/u,
    });
    assert.equal(processExists(noted() ?? 0), false);
  });

  it('has a limit of its own for each start', async () => {
    const launcher = new Launcher(elsewhere, { handOverLimitMs: 2500, settleMs: 3000 });
    await assert.rejects(launcher.handOver(stubborn(), '100', { signal: never }), { code: 'TIMEOUT' });
    // On a busy machine it may have been ended before it came to writing.
    const pid = noted();
    assert.ok(pid === undefined || !processExists(pid));
  });

  it('ends the helper when the caller gives up, and says that the command may have arrived', async () => {
    const caller = new AbortController();
    using limits = startLimits({ timeoutMs: 15_000, signal: caller.signal });
    const outcome = assert.rejects(new Launcher(elsewhere).handOver(stubborn(), '100', limits), {
      code: 'CANCELLED',
      message: /may have got it/u,
    });
    const pid = await until(noted, 'the helper');
    caller.abort();
    await outcome;
    assert.equal(processExists(pid), false);
  });

  it('starts nothing when time is over', async () => {
    await assert.rejects(
      new Launcher(elsewhere).handOver(recorder(0), '100', { signal: AbortSignal.abort() }),
      { code: 'CANCELLED' },
    );
    assert.equal(existsSync(file), false);
  });

  it('does not wait for a start that became the phone, and leaves it alone', async () => {
    // It takes a moment to come up, as a phone does.
    const notedPhone = (): Promise<PhoneProcess> => {
      const processId = noted();
      return Promise.resolve(processId === undefined ? 'not-running' : { processId });
    };
    const { started } = await new Launcher({ findPhone: notedPhone }).handOver(stubborn(), '100', {
      signal: never,
    });
    const pid = Number(readFileSync(file, 'utf8'));
    assert.equal(started, true);
    assert.equal(processExists(pid), true);
    process.kill(pid, 'SIGKILL');
  });

  it('leaves alone what came up as the phone at the very moment it was to be ended', async () => {
    const caller = new AbortController();
    const comesUpLate = (signal: AbortSignal): Promise<PhoneProcess> => {
      if (!caller.signal.aborted) {
        if (noted() !== undefined) caller.abort();
        return Promise.resolve('not-running');
      }
      assert.equal(signal.aborted, false, 'the last look has time of its own');
      return Promise.resolve({ processId: noted() ?? 0 });
    };
    assert.deepEqual(
      await new Launcher({ findPhone: comesUpLate }).handOver(stubborn(), '100', { signal: caller.signal }),
      { started: true },
    );
    const pid = Number(readFileSync(file, 'utf8'));
    assert.equal(processExists(pid), true);
    process.kill(pid, 'SIGKILL');
  });

  it('leaves no helper behind when it cannot be found out which process is the phone', async () => {
    const failure = new Error('the phone speaks gibberish');
    const findPhone = (): Promise<PhoneProcess> =>
      noted() === undefined ? Promise.resolve('not-running') : Promise.reject(failure);
    await assert.rejects(new Launcher({ findPhone }).handOver(stubborn(), '100', { signal: never }), failure);
    assert.equal(processExists(Number(readFileSync(file, 'utf8'))), false);
  });

  it('takes a start that stays for the phone, where nothing tells', async () => {
    const launcher = new Launcher(unknown, { handOverLimitMs: 15_000, settleMs: 1000 });
    assert.deepEqual(await launcher.handOver(stubborn(), '100', { signal: never }), { started: true });
    const pid = await until(noted, 'the start to write its number');
    assert.equal(processExists(pid), true);
    process.kill(pid, 'SIGKILL');
  });

  it('does not take another process for the one it started', async () => {
    using limits = startLimits({ timeoutMs: 2500 });
    let asked = 0;
    const presence: PhonePresence = {
      findPhone: () => {
        asked++;
        return Promise.resolve({ processId: process.pid });
      },
    };
    await assert.rejects(new Launcher(presence).handOver(stubborn(), '100', limits), { code: 'TIMEOUT' });
    assert.ok(asked > 0);
  });

  it('says that a phone did not come up, where none was there before', async () => {
    using limits = startLimits({ timeoutMs: 1000 });
    const presence: PhonePresence = { findPhone: () => Promise.resolve('not-running') };
    await assert.rejects(new Launcher(presence).handOver(stubborn(), '100', limits), {
      code: 'TIMEOUT',
      message: /did not come up/u,
    });
  });
});

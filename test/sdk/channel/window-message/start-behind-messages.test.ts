import assert from 'node:assert/strict';

import type { Channel } from '../../../../sdk/src/channel/channel.ts';
import { startLimits } from '../../../../sdk/src/channel/limits.ts';
import { StartBehindMessages } from '../../../../sdk/src/channel/window-message/start-behind-messages.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import type { PhoneWindows } from '../../../../sdk/src/installation/windows-native/phone-windows.ts';
import { PhonesInMemory, type PhoneInMemory } from '../../../support/sdk/phones-in-memory.ts';
import { until } from '../../../support/sdk/until.ts';

const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
const installation: Installation = {
  backend: 'windows',
  version: '3.22.16',
  executable,
  dataDirectory: 'C:\\MicroSIP',
  logDirectory: 'C:\\MicroSIP',
  launch: { file: executable, leadingArguments: [] },
};
const quick = { promptMs: 5, catchUpMs: 1, patienceMs: 60_000 };

describe('a start behind messages', () => {
  const never = new AbortController().signal;
  let phones: PhonesInMemory;
  let phone: PhoneInMemory;
  /** What became of the phone's messages when a start was made, with its command line. */
  let started: string[];
  let asked: number;
  beforeEach(() => {
    phones = new PhonesInMemory();
    phone = phones.start(executable);
    started = [];
    asked = 0;
  });

  const launcher: Channel = {
    name: 'launcher',
    handOver: (_installation, tail) => {
      started.push(`${tail} to a phone that ${phone.frozen ? 'stands still' : 'runs freely'}`);
      return Promise.resolve({ started: false });
    },
  };
  const counted: PhoneWindows = {
    find: (program) => phones.find(program),
    probe: (window, timeoutMs) => {
      asked++;
      return phones.probe(window, timeoutMs);
    },
    sendCommandLine: (window, tail, timeoutMs) => phones.sendCommandLine(window, tail, timeoutMs),
  };
  const exit = (signal = never, timing = quick): ReturnType<Channel['handOver']> =>
    new StartBehindMessages(launcher, counted, phone.window, timing).handOver(installation, '/exit', {
      signal,
    });

  it('is made at once where the phone answers at once', async () => {
    assert.deepEqual(await exit(), { started: false });
    assert.deepEqual([started, asked], [['/exit to a phone that runs freely'], 1]);
  });

  it('waits while the phone stands still, which may have kept a message that would be overtaken', async () => {
    phone.freeze();
    const exited = exit();
    await until(() => asked > 3, 'the phone to be asked again');
    phone.thaw();
    await exited;
    assert.deepEqual(started, ['/exit to a phone that runs freely']);
  });

  it('is made all the same where the phone stands still for too long', async () => {
    phone.freeze();
    await exit(never, { ...quick, patienceMs: 20 });
    assert.deepEqual(started, ['/exit to a phone that stands still']);
  });

  it('is not made once time is over, and says that nothing was sent', async () => {
    phone.freeze();
    using limits = startLimits({ timeoutMs: 20 });
    await assert.rejects(exit(limits.signal), {
      code: 'TIMEOUT',
      message: /took no messages in time, so nothing was sent/u,
    });
    assert.deepEqual(started, []);
  });

  it('leaves it to the next choice what to do when the phone ends meanwhile', async () => {
    phone.freeze();
    const exited = exit();
    phone.exit();
    assert.equal(await exited, 'phone-gone');
    assert.deepEqual(started, []);
  });

  it('is not made for a phone that takes nothing from this user', async () => {
    phone.elevated = true;
    await assert.rejects(exit(), { code: 'ACCESS_DENIED' });
    assert.deepEqual(started, []);
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';

import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import type {
  PhoneWindow,
  PhoneWindows,
} from '../../../sdk/src/installation/windows-native/phone-windows.ts';
import { until } from '../../support/sdk/until.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';

const limitMs = 20_000;

describe('the windows of phones', () => {
  let windows: PhoneWindows;
  let phone: StandIn;
  before(async () => {
    const native = await loadNativeWindows();
    assert.ok(native !== undefined, 'koffi runs here');
    windows = native.phoneWindows;
  });
  beforeEach(() => {
    phone = standInPhone();
  });
  afterEach(() => phone[Symbol.asyncDispose]());

  const windowOf = ({ executable }: StandIn): PhoneWindow => {
    const [window] = windows.find(executable);
    assert.ok(window !== undefined, `a window of ${executable}`);
    return window;
  };

  it('are none while the phone does not run', () => {
    assert.deepEqual(windows.find(phone.executable), []);
  });

  it('tell process, program and start', async () => {
    const startedAt = Date.now();
    await phone.start();
    const window = windowOf(phone);
    assert.equal(window.processId, phone.processId());
    assert.equal(path.basename(window.executable ?? ''), 'microsip.exe');
    assert.equal(window.accessible, true);
    assert.ok(window.startedAt !== undefined && Math.abs(window.startedAt - startedAt) < 60_000);
  });

  it('are found in another spelling of the path', async () => {
    await phone.start();
    for (const spelling of [phone.executable.toUpperCase(), phone.executable.replaceAll('\\', '/')]) {
      assert.equal(windows.find(spelling).length, 1, spelling);
    }
  });

  it('are those of one copy, not of another', async () => {
    await phone.start();
    await using copy = standInPhone();
    assert.deepEqual(windows.find(copy.executable), []);
    await copy.start();
    assert.notEqual(windowOf(copy).handle, windowOf(phone).handle);
    await using renamed = standInPhone({ folder: phone.folder, name: 'phone two ü' });
    await renamed.start();
    assert.equal(windowOf(renamed).processId, renamed.processId());
    assert.ok(windows.find().length >= 3);
  });

  it('take any text exactly, by a message that the phone handles later', async () => {
    await phone.start();
    const window = windowOf(phone);
    const texts = [
      '101',
      'sip:ü@example.com',
      '"quoted" \\"a\\\\',
      '😀 \ud800 lone',
      `/dtmf:${'1'.repeat(8000)}`,
    ];
    for (const text of texts) {
      assert.deepEqual(await windows.sendCommandLine(window, text, limitMs), {
        outcome: 'answered',
        answer: 0,
      });
    }
    assert.deepEqual(await phone.untilReceived(texts.length), texts);
    assert.deepEqual(new Set(phone.received().map(({ by }) => by)), new Set(['message 2']));
  });

  it('say that the phone was not ready, and the command is lost', async () => {
    await phone.start();
    await phone.beNotReady();
    const window = windowOf(phone);
    assert.deepEqual(await windows.sendCommandLine(window, '101', limitMs), {
      outcome: 'answered',
      answer: 1,
    });
    await phone.untilRecorded('lost', { text: '101' });
  });

  it('do not answer while the phone hangs, which keeps nothing else here from going on', async () => {
    await phone.start();
    const window = windowOf(phone);
    const frozen = await phone.freeze();
    assert.deepEqual(await windows.probe(window, 50), { outcome: 'no-answer' });
    const seen: string[] = [];
    const sending = windows.sendCommandLine(window, '101', 30_000).then((outcome) => {
      seen.push('answer');
      return outcome;
    });
    await nextRound();
    seen.push('something else');
    await frozen[Symbol.asyncDispose]();
    assert.deepEqual(await sending, { outcome: 'answered', answer: 0 });
    assert.deepEqual(seen, ['something else', 'answer']);
    assert.deepEqual(await phone.untilReceived(1), ['101']);
  });

  it('leave open what becomes of a command that was not answered in time: the phone may take it later', async () => {
    await phone.start();
    const window = windowOf(phone);
    {
      await using _frozen = await phone.freeze();
      assert.deepEqual(await windows.sendCommandLine(window, '101', 50), { outcome: 'no-answer' });
    }
    await windows.sendCommandLine(window, '102', limitMs);
    assert.equal((await phone.untilReceived(1)).includes('102'), true);
  });

  it('answer while the phone shows a modal message', async () => {
    await phone.start();
    const window = windowOf(phone);
    await using _box = await phone.openMessageBox();
    assert.deepEqual(await windows.probe(window, limitMs), { outcome: 'answered', answer: 0 });
    assert.deepEqual(await windows.sendCommandLine(window, '101', limitMs), {
      outcome: 'answered',
      answer: 0,
    });
    assert.deepEqual(await phone.untilReceived(1), ['101']);
  });

  it('say that the phone is gone, also when it ends while it is waited for', async () => {
    await phone.start();
    const window = windowOf(phone);
    await phone.freeze();
    const sending = windows.sendCommandLine(window, '101', limitMs);
    process.kill(window.processId, 'SIGKILL');
    assert.deepEqual(await sending, { outcome: 'gone' });
    await until(() => windows.find(phone.executable).length === 0, 'no window to be left');
    assert.deepEqual(await windows.probe(window, limitMs), { outcome: 'gone' });
    assert.deepEqual(await windows.sendCommandLine(window, '101', limitMs), { outcome: 'gone' });
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Channel, ChannelChoice, HandOver } from '../../../sdk/src/channel/channel.ts';
import { CommandLineSender } from '../../../sdk/src/channel/command-line-sender.ts';
import { launchGapMs } from '../../../sdk/src/channel/queue/claim-turn.ts';
import type { PhonePresence, PhoneProcess } from '../../../sdk/src/channel/phone-presence.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { programInstallation } from '../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';

type Name = Channel['name'];

describe('the sender of command lines', () => {
  const limits = { signal: new AbortController().signal, timeoutMs: 10_000, needsRunningPhone: false };
  let directory: TemporaryDirectory;
  let handedOver: { readonly name: Name; readonly tail: string; readonly at: number }[];
  beforeEach(() => {
    directory = temporaryDirectory();
    handedOver = [];
  });
  afterEach(() => directory[Symbol.dispose]());

  const channel = (name: Name, result: HandOver | 'phone-gone' = { started: false }): Channel => ({
    name,
    handOver: (_installation, tail) => {
      handedOver.push({ name, tail, at: Date.now() });
      return Promise.resolve(result);
    },
  });
  /** A sender that takes these ways one after the other. */
  const senderBy = (channels: readonly Channel[], phone: PhoneProcess = 'unknown'): CommandLineSender => {
    const left = [...channels];
    const choice: ChannelChoice = {
      choose: () => {
        const next = left.shift();
        assert.ok(next !== undefined, 'there is a way left');
        return Promise.resolve({
          channel: next,
          ...(next.name === 'launcher' && { reason: 'no phone runs' }),
        });
      },
    };
    const presence: PhonePresence = { findPhone: () => Promise.resolve(phone) };
    return new CommandLineSender(programInstallation('recorder', [], directory.path), presence, choice);
  };
  const ways = (): readonly Name[] => handedOver.map(({ name }) => name);

  it('tells which way a command line took, and why', async () => {
    const sender = senderBy([channel('window-message'), channel('launcher', { started: true })]);
    assert.deepEqual(await sender.send('101', limits), { channel: 'window-message', started: false });
    assert.deepEqual(await sender.send('102', limits), {
      channel: 'launcher',
      channelReason: 'no phone runs',
      started: true,
    });
  });

  it('keeps a launch apart from a message before it, which the phone may still be busy with', async () => {
    const sender = senderBy([channel('window-message'), channel('launcher')]);
    await sender.send('/account:2', limits);
    await sender.send('/exit', limits);
    const [message, launch] = handedOver;
    assert.ok(message !== undefined && launch !== undefined);
    assert.ok(launch.at - message.at >= launchGapMs - 1);
  });

  it('chooses anew when the phone goes away before it got anything', async () => {
    const sender = senderBy([
      channel('window-message', 'phone-gone'),
      channel('launcher', { started: true }),
    ]);
    assert.equal((await sender.send('101', limits)).started, true);
    assert.deepEqual(ways(), ['window-message', 'launcher']);
  });

  it('starts nothing for a command that needs a phone, where none runs', async () => {
    const sender = senderBy([channel('window-message', 'phone-gone'), channel('launcher')], 'not-running');
    await assert.rejects(sender.send('/hangupall', { ...limits, needsRunningPhone: true }), {
      code: 'NOT_RUNNING',
    });
    assert.deepEqual(ways(), ['window-message']);
  });

  it('says that there is no program, where the phone that is needed could not even be started', async () => {
    const presence: PhonePresence = { findPhone: () => Promise.resolve('not-running') };
    const file = path.join(directory.path, 'microsip.exe');
    const installation = {
      ...programInstallation('recorder', [], directory.path),
      launch: { file, leadingArguments: [] },
    };
    const choose = { choose: () => Promise.resolve({ channel: channel('launcher') }) };
    const sender = new CommandLineSender(installation, presence, choose);
    const needed = { ...limits, needsRunningPhone: true };
    await assert.rejects(sender.send('/hangupall', needed), { code: 'NOT_INSTALLED' });
    writeFileSync(file, '');
    await assert.rejects(sender.send('/hangupall', needed), { code: 'NOT_RUNNING' });
    assert.deepEqual(ways(), []);
  });

  it('takes a window for proof that a phone runs', async () => {
    const sender = senderBy([channel('window-message')], 'not-running');
    await sender.send('/hangupall', { ...limits, needsRunningPhone: true });
    assert.deepEqual(ways(), ['window-message']);
  });

  it('lets the next one in when one fails', async () => {
    const failing: Channel = {
      name: 'window-message',
      handOver: () => Promise.reject(new MicroSipError('NOT_READY', 'Not ready.')),
    };
    const sender = senderBy([failing, channel('window-message')]);
    const [first, second] = await Promise.allSettled([
      sender.send('101', limits),
      sender.send('102', limits),
    ]);
    assert.deepEqual([first.status, second.status], ['rejected', 'fulfilled']);
    assert.deepEqual(ways(), ['window-message']);
  });
});

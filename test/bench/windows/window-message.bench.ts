import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { ChannelChoice } from '../../../sdk/src/channel/channel.ts';
import { CommandLineSender } from '../../../sdk/src/channel/command-line-sender.ts';
import { Launcher } from '../../../sdk/src/channel/launcher.ts';
import { WindowsChannels } from '../../../sdk/src/channel/window-message/windows-channels.ts';
import { observerOf } from '../../../sdk/src/events/observer-of.ts';
import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';
import { inTurns, milliseconds, ratio, type Benchmark } from '../measurement.ts';

const aim = 50;
/** Longer than the gap that a launch keeps to what was sent before, which is not what is measured. */
const pauseMs = 350;

/** The clock of the stand-in's record. */
const counter = (): number => Number(process.hrtime.bigint()) / 1e6;

/** From the call of the SDK to the moment the phone has the command, by its window and by a start of its program. */
export const windowMessage: Benchmark = {
  name: 'window message and launcher',
  async run() {
    await using phone = standInPhone();
    await phone.start();
    const installation = await findInstallation({ backend: 'windows', executable: phone.executable });
    const observer = await observerOf(installation);
    const windows = (await loadNativeWindows())?.phoneWindows;
    if (windows === undefined) throw new Error('Windows cannot be called: koffi does not run here');
    const launcher = new Launcher(observer);
    const channels = new WindowsChannels(installation, launcher);
    let choice: ChannelChoice = channels;
    // One sender for both ways: its place in the line depends on what it sent before.
    const sender = new CommandLineSender(installation, observer, { choose: (tail) => choice.choose(tail) });
    const signal = new AbortController().signal;
    const limits = { signal, timeoutMs: 15_000, needsRunningPhone: true };
    const command = (by: ChannelChoice): Promise<number> => {
      choice = by;
      return untilReceipt(phone, (tail) => sender.send(tail, limits));
    };
    const times = await inTurns(
      20,
      {
        commandByLauncher: () => command({ choose: () => Promise.resolve({ channel: launcher }) }),
        commandByWindow: () => command(channels),
        launcher: () => untilReceipt(phone, (tail) => launcher.handOver(installation, tail, { signal })),
        windowMessage: () =>
          untilReceipt(phone, async (tail) => {
            const { channel } = await channels.choose(tail);
            await channel.handOver(installation, tail, { signal });
          }),
        spawn: () =>
          untilReceipt(phone, async (tail) => {
            await once(spawn(phone.executable, [tail], { stdio: 'ignore' }), 'exit');
          }),
        sendMessage: () =>
          untilReceipt(phone, async (tail) => {
            const [window] = windows.find(phone.executable);
            if (window !== undefined) await windows.sendCommandLine(window, tail, 5000);
          }),
      },
      pauseMs,
    );
    return [
      finding('window message, call to receipt', times.windowMessage, times.launcher, 'launcher'),
      finding(
        'command by window message, waiting for its turn included',
        times.commandByWindow,
        times.commandByLauncher,
        'by launcher',
      ),
      finding('WM_COPYDATA alone', times.sendMessage, times.spawn, 'child_process.spawn'),
    ];
  },
};

let sent = 0;

async function untilReceipt(phone: StandIn, send: (tail: string) => Promise<unknown>): Promise<number> {
  const tail = `/dtmf:${++sent}`;
  const calledAt = counter();
  await send(tail);
  await phone.untilReceived(sent);
  const receipt = phone.received().find(({ text }) => text === tail);
  if (receipt === undefined) throw new Error(`${tail} did not arrive`);
  return receipt.counter - calledAt;
}

function finding(subject: string, sentMs: number, startedMs: number, against: string) {
  const factor = startedMs / sentMs;
  return {
    subject,
    figure: `${milliseconds(sentMs)}, ${ratio(factor)} as fast`,
    against: `${against}: ${milliseconds(startedMs)}`,
    aim: `≥ ${ratio(aim)}`,
    reached: factor >= aim,
  };
}

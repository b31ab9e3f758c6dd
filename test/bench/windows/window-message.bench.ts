import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { CommandLineSender } from '../../../sdk/src/channel/command-line-sender.ts';
import { Launcher } from '../../../sdk/src/channel/launcher.ts';
import { openSender } from '../../../sdk/src/channel/open-sender.ts';
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
    const byLauncher = new CommandLineSender(installation, observer, {
      choose: () => Promise.resolve({ channel: launcher }),
    });
    const byWindow = await openSender(installation, observer);
    const limits = {
      signal: new AbortController().signal,
      timeoutMs: 15_000,
      needsRunningPhone: true,
    };
    const times = await inTurns(
      30,
      {
        launched: () => untilReceipt(phone, (tail) => byLauncher.send(tail, limits)),
        sent: () => untilReceipt(phone, (tail) => byWindow.send(tail, limits)),
        spawned: () =>
          untilReceipt(phone, async (tail) => {
            await once(spawn(phone.executable, [tail], { stdio: 'ignore' }), 'exit');
          }),
        message: () =>
          untilReceipt(phone, async (tail) => {
            const [window] = windows.find(phone.executable);
            if (window !== undefined) await windows.sendCommandLine(window, tail, 5000);
          }),
      },
      pauseMs,
    );
    return [
      finding('command to receipt, through the SDK', times.sent, times.launched, 'launcher'),
      finding('command to receipt, bare', times.message, times.spawned, 'child_process.spawn'),
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

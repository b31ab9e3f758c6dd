import { CommandLineSender } from '../../../sdk/src/channel/command-line-sender.ts';
import { Launcher, type LauncherTiming } from '../../../sdk/src/channel/launcher.ts';
import { observerOf } from '../../../sdk/src/events/observer-of.ts';
import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import type { StandIn } from '../../support/windows/stand-in-phone.ts';

/** Sends command lines to a phone by starts of its program alone, as the SDK does where koffi is missing. */
export async function launchingSender(
  { executable }: Pick<StandIn, 'executable'>,
  timing?: LauncherTiming,
): Promise<(tail: string, timeoutMs?: number) => Promise<void>> {
  const installation = await findInstallation({ backend: 'windows', executable });
  const observer = await observerOf(installation);
  const launcher = new Launcher(observer, timing);
  const sender = new CommandLineSender(installation, observer, {
    choose: () => Promise.resolve({ channel: launcher }),
  });
  return async (tail, timeoutMs = 60_000) => {
    await sender.send(tail, {
      signal: AbortSignal.timeout(timeoutMs),
      timeoutMs,
      needsRunningPhone: false,
    });
  };
}

import type { Installation } from '../installation/installation.ts';
import type { ChannelChoice } from './channel.ts';
import { CommandLineSender } from './command-line-sender.ts';
import { Launcher } from './launcher.ts';
import type { PhonePresence } from './phone-presence.ts';

/** The best way from here to an installation: the window of a phone on this very Windows, or else the launcher. */
export async function openSender(
  installation: Installation,
  presence: PhonePresence,
): Promise<CommandLineSender> {
  const launcher = new Launcher(presence);
  return new CommandLineSender(installation, presence, await channelsTo(installation, launcher));
}

async function channelsTo(installation: Installation, launcher: Launcher): Promise<ChannelChoice> {
  if (installation.backend !== 'windows') return { choose: () => Promise.resolve({ channel: launcher }) };
  const { WindowsChannels } = await import('./window-message/windows-channels.ts');
  return new WindowsChannels(installation, launcher);
}

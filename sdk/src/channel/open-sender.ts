import type { Installation } from '../installation/installation.ts';
import { CommandLineSender } from './command-line-sender.ts';
import { Launcher } from './launcher.ts';
import type { PhonePresence } from './phone-presence.ts';

/** The best way from here to an installation. */
export function openSender(installation: Installation, presence: PhonePresence): CommandLineSender {
  return new CommandLineSender(installation, presence, new Launcher(presence));
}

import { compareVersions, verifiedVersions } from '../../catalogue/version.ts';
import type { Installation } from '../../installation/installation.ts';
import { loadNativeWindows } from '../../installation/windows-native/load-native-windows.ts';
import type { PhoneWindows } from '../../installation/windows-native/phone-windows.ts';
import type { Channel, ChannelChoice, ChosenChannel, CommandLineTail } from '../channel.ts';
import { accessDenied } from './access-denied.ts';
import { StartBehindMessages } from './start-behind-messages.ts';
import { WindowMessage } from './window-message.ts';
import { worksOnlyAsStart } from './works-only-as-start.ts';

const [oldestVerifiedVersion] = verifiedVersions;

/**
 * The ways to a MicroSIP on this Windows: its window where it runs, as long as it takes the command line that way, and
 * else the launcher.
 */
export class WindowsChannels implements ChannelChoice {
  readonly #installation: Installation;
  readonly #launcher: Channel;
  readonly #loadPhoneWindows: () => Promise<PhoneWindows | undefined>;

  /** @param loadPhoneWindows - how the windows of phones are looked at; nothing where they cannot be */
  constructor(
    installation: Installation,
    launcher: Channel,
    loadPhoneWindows = async () => (await loadNativeWindows())?.phoneWindows,
  ) {
    this.#installation = installation;
    this.#launcher = launcher;
    this.#loadPhoneWindows = loadPhoneWindows;
  }

  async choose(tail: CommandLineTail): Promise<ChosenChannel> {
    const phoneWindows = await this.#loadPhoneWindows();
    if (phoneWindows === undefined) {
      return this.#launch('koffi, the optional package that calls Windows, is missing or does not run here');
    }
    const windows = phoneWindows.find(this.#installation.executable);
    // As MicroSIP's own second start does, which does not even see the others (facts B).
    const window = windows.find(({ accessible }) => accessible) ?? windows[0];
    if (window === undefined) return this.#launch('no phone runs');
    const reason = worksOnlyAsStart(tail) ? 'only a start of the program does this' : this.#tooOld();
    if (reason === undefined) {
      return { channel: new WindowMessage(phoneWindows, window, windows.length - 1) };
    }
    // The start would not find the phone either, and become a second one (facts B).
    if (!window.accessible) throw accessDenied(window);
    return { channel: new StartBehindMessages(this.#launcher, phoneWindows, window), reason };
  }

  #tooOld(): string | undefined {
    const { version } = this.#installation;
    if (version !== undefined && compareVersions(version, oldestVerifiedVersion) < 0) {
      return `version ${version} is older than ${oldestVerifiedVersion}, the oldest known to take window messages`;
    }
    return undefined;
  }

  #launch(reason: string): ChosenChannel {
    return { channel: this.#launcher, reason };
  }
}

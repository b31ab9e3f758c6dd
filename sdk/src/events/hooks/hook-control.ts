import type { Installation } from '../../installation/installation.ts';
import { currentUser, type UserEnvironment } from '../../installation/system/user-directories.ts';
import type { ChangeOptions } from '../../settings/settings-change.ts';
import { hookFolder } from './hook-folder.ts';
import type {
  HookInstallOptions,
  HookReadOptions,
  HooksChange,
  HookSettings,
} from './installing/hooks-change.ts';
import type { HooksStatus } from './installing/hooks-status.ts';
import type { PhoneHooks } from './installing/phone-hooks.ts';
import type { HookChange } from './installing/plan-hooks.ts';

export type {
  HookFailures,
  HooksStatus,
  HookState,
  HookStatus,
  JournalStatus,
} from './installing/hooks-status.ts';
export type {
  HookInstallOptions,
  HookReadOptions,
  HooksChange,
  HookSettings,
} from './installing/hooks-change.ts';
export type { HookChange } from './installing/plan-hooks.ts';

/**
 * The event hooks of one phone, from which its journal comes.
 *
 * @example
 * ```ts
 * await hooks.install({ restart: true });
 * const { installed, journal } = await hooks.status();
 * await hooks.remove({ restart: true });
 * ```
 */
export class HookControl {
  /** The private folder with the hook program and the journal. */
  readonly folder: string;
  readonly #installation: Installation;
  readonly #settings: HookSettings;

  /**
   * @param installation - the phone
   * @param settings - its settings
   * @param user - whose folder the hook program goes to
   */
  constructor(installation: Installation, settings: HookSettings, user: UserEnvironment = currentUser()) {
    this.#installation = installation;
    this.#settings = settings;
    this.folder = hookFolder(installation, user);
  }

  /**
   * Sets every hook this version of MicroSIP has. A command that the user had there is kept, and still run for each
   * event, without a shell and without MicroSIP waiting for it; one that only MicroSIP or the Windows shell could run
   * keeps its hook, and the change says so. Doing it again mends what is damaged.
   *
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError `SETTINGS_BUSY` when the phone runs; `UNSUPPORTED` when MicroSIP could not read such hooks;
   * `NOT_INSTALLED` when there is no Node.js that it could start; `INVALID_ARGUMENT` for a Node.js or a journal that
   * cannot be
   */
  async install(options: HookInstallOptions = {}): Promise<HooksChange> {
    return await (await this.#load()).install(options);
  }

  /**
   * What {@link HookControl.install} would do.
   *
   * @throws MicroSipError as `install`
   */
  async planInstall(options: HookInstallOptions = {}): Promise<readonly HookChange[]> {
    return await (await this.#load()).planInstall(options);
  }

  /**
   * Gives every hook back what it held before, and removes the hook program with its journal. What the user changed
   * since stays as it is.
   *
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError `SETTINGS_BUSY` when the phone runs; `UNSUPPORTED` for a phone on another system than this one,
   * where what the hooks held before is not known; `SETTINGS_DAMAGED` when that cannot be read any more
   */
  async remove(options: ChangeOptions = {}): Promise<HooksChange> {
    return await (await this.#load()).remove(options);
  }

  /** What {@link HookControl.remove} would do. */
  async planRemove(options: HookReadOptions = {}): Promise<readonly HookChange[]> {
    return await (await this.#load()).planRemove(options);
  }

  /**
   * What the hooks and the journal are like.
   *
   * @throws MicroSipError `SETTINGS_DAMAGED` when the ini cannot be read
   */
  async status(options: HookReadOptions = {}): Promise<HooksStatus> {
    return await (await this.#load()).status(options);
  }

  async #load(): Promise<PhoneHooks> {
    const { PhoneHooks } = await import('./installing/phone-hooks.ts');
    return new PhoneHooks(this.folder, this.#installation, this.#settings);
  }
}

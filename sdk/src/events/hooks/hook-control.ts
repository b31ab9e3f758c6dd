import { existsSync } from 'node:fs';
import path from 'node:path';

import type { HookKey } from '../../catalogue/hook.ts';
import { newestVerifiedVersion } from '../../catalogue/version.ts';
import type { Installation } from '../../installation/installation.ts';
import { currentUser, type UserEnvironment } from '../../installation/user-directories.ts';
import { profileValue } from '../../settings/profile-value.ts';
import type { ChangeOptions, SettingsChange } from '../../settings/settings-change.ts';
import type { SettingsFile } from '../../settings/settings-file.ts';
import { hookFolder, programName } from './hook-folder.ts';
import { readHookRecord, writeHookRecord, type HookRecord } from './installing/hook-record.ts';
import { hookStatuses, journalStatus, readFailures, type HooksStatus } from './installing/hooks-status.ts';
import { phoneSide } from './installing/phone-side.ts';
import {
  installHooks,
  phoneIdsIn,
  removeHooks,
  type HookChange,
  type HookPlanContext,
  type InstallPlan,
  type TextsBefore,
} from './installing/plan-hooks.ts';
import {
  copyProgram,
  preparePrivateFolder,
  removeFolder,
  writeConfiguration,
} from './installing/program-files.ts';
import { findNode } from './node-executable.ts';
import { planOwnCommand } from './own-command.ts';

export type {
  HookFailures,
  HooksStatus,
  HookState,
  HookStatus,
  JournalStatus,
} from './installing/hooks-status.ts';
export type { HookChange } from './installing/plan-hooks.ts';

/** How hooks are installed. */
export interface HookInstallOptions extends ChangeOptions {
  /** The Node.js that MicroSIP is to start; else the one of this process, in an editor the one on the PATH. */
  readonly node?: string | undefined;
  /** Bytes after which the journal begins a new file. Default: 1 MiB, some 8,000 events. */
  readonly segmentBytes?: number | undefined;
  /** Older files of the journal that are kept. Default: 16. */
  readonly keptSegments?: number | undefined;
}

/** What became of the hooks. */
export interface HooksChange extends SettingsChange {
  readonly hooks: readonly HookChange[];
}

const defaultSegmentBytes = 1024 * 1024;
const defaultKeptSegments = 16;

/**
 * The event hooks of one phone, from which its journal comes: {@link JournalSource} reads it.
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
  readonly #settings: Pick<SettingsFile, 'change' | 'read'>;

  /**
   * @param installation - the phone
   * @param settings - its settings
   * @param user - whose folder the hook program goes to
   */
  constructor(
    installation: Installation,
    settings: Pick<SettingsFile, 'change' | 'read'>,
    user: UserEnvironment = currentUser(),
  ) {
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
   * `NOT_INSTALLED` when there is no Node.js that it could start
   */
  async install(options: HookInstallOptions = {}): Promise<HooksChange> {
    const context = await this.#planContext(options);
    const known = existsSync(this.folder);
    await preparePrivateFolder(this.folder);
    try {
      copyProgram(this.folder);
      let hooks: readonly HookChange[] = [];
      const change = await this.#settings.change((ini) => {
        const plan = installHooks(ini, context);
        hooks = plan.changes;
        // What was there before has to be on disk before the ini changes.
        this.#write(plan, context, options);
      }, options);
      return { ...change, hooks };
    } catch (error) {
      if (!known) await removeFolder(this.folder);
      throw error;
    }
  }

  /**
   * What {@link HookControl.install} would do.
   *
   * @throws MicroSipError as `install`
   */
  async planInstall(options: HookInstallOptions = {}): Promise<readonly HookChange[]> {
    const context = await this.#planContext(options);
    return installHooks(await this.#settings.read(options.signal), context).changes;
  }

  /**
   * Gives every hook back what it held before, and removes the hook program with its journal. What the user changed
   * since stays as it is.
   *
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError `SETTINGS_BUSY` when the phone runs
   */
  async remove(options: ChangeOptions = {}): Promise<HooksChange> {
    const { own, textsBefore } = await this.#known(options.signal);
    let hooks: readonly HookChange[] = [];
    const change = await this.#settings.change((ini) => {
      hooks = removeHooks(ini, textsBefore, own);
    }, options);
    await removeFolder(this.folder);
    return { ...change, hooks };
  }

  /** What {@link HookControl.remove} would do. */
  async planRemove(
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<readonly HookChange[]> {
    const { own, textsBefore } = await this.#known(options.signal);
    return removeHooks(await this.#settings.read(options.signal), textsBefore, own);
  }

  /**
   * What the hooks and the journal are like.
   *
   * @throws MicroSipError `SETTINGS_DAMAGED` when the ini cannot be read
   */
  async status(options: { readonly signal?: AbortSignal | undefined } = {}): Promise<HooksStatus> {
    const [ini, record, journal, failures] = await Promise.all([
      this.#settings.read(options.signal),
      readHookRecord(this.folder),
      journalStatus(this.folder),
      readFailures(this.folder),
    ]);
    const hooks = hookStatuses(ini, {
      folder: this.folder,
      version: this.#version,
      record,
      runs: (hook) => this.#runs(hook, record),
    });
    return {
      installed: hooks.every(({ state }) => state === 'installed'),
      hooks,
      journal,
      ...(failures !== undefined && { failures }),
    };
  }

  get #version(): string {
    return this.#installation.version ?? newestVerifiedVersion;
  }

  #runs(hook: HookKey, record: HookRecord | undefined): string | undefined {
    const value = profileValue(record?.before[hook] ?? '');
    const { platform } = phoneSide(this.#installation);
    const command = planOwnCommand(value, { hook, platform, version: this.#version });
    return command === undefined || 'cannot' in command ? undefined : value;
  }

  async #planContext({ node, signal }: HookInstallOptions): Promise<HookPlanContext> {
    const { pathOf, platform } = phoneSide(this.#installation);
    const program = {
      node: pathOf(findNode(node)),
      script: pathOf(path.join(this.folder, programName)),
    };
    const { textsBefore } = await this.#known(signal);
    return { program, platform, version: this.#version, textsBefore };
  }

  /** What hooks held before: of this phone, and of one that the ini may have been copied from. */
  async #known(signal: AbortSignal | undefined): Promise<{
    readonly own: TextsBefore;
    readonly textsBefore: (phoneId: string) => TextsBefore;
  }> {
    const ids = phoneIdsIn(await this.#settings.read(signal));
    const folders = new Set([this.folder, ...ids.map((id) => path.join(path.dirname(this.folder), id))]);
    const found = await Promise.all(
      [...folders].map(async (folder) => [path.basename(folder), await readHookRecord(folder)] as const),
    );
    const records = new Map(found.map(([id, record]) => [id, record?.before ?? {}]));
    return {
      own: records.get(path.basename(this.folder)) ?? {},
      textsBefore: (phoneId) => records.get(phoneId) ?? {},
    };
  }

  #write(
    { before, ownCommands }: InstallPlan,
    { program }: HookPlanContext,
    options: HookInstallOptions,
  ): void {
    const { keptSegments = defaultKeptSegments, segmentBytes = defaultSegmentBytes } = options;
    writeHookRecord(this.folder, { v: 1, ...program, before });
    writeConfiguration(this.folder, { segmentBytes, keptSegments, ownCommands });
  }
}

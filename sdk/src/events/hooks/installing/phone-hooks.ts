import path from 'node:path';

import { hookKeys, type HookKey } from '../../../catalogue/hook.ts';
import { newestVerifiedVersion } from '../../../catalogue/version.ts';
import type { Installation } from '../../../installation/installation.ts';
import { loadNativeWindows } from '../../../installation/windows-native/load-native-windows.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { profileValue } from '../../../settings/profile-value.ts';
import type { ChangeOptions } from '../../../settings/settings-change.ts';
import { TimeLimit } from '../../../settings/transaction/time-limit.ts';
import { programName } from '../hook-folder.ts';
import { fitsInHooks, hookValue, type HookProgram } from '../hook-value.ts';
import { readHookRecord, writeHookRecord, type HookRecord } from './hook-record.ts';
import type { HookInstallOptions, HookReadOptions, HooksChange, HookSettings } from './hooks-change.ts';
import { hookStatuses, journalStatus, readFailures, type HooksStatus } from './hooks-status.ts';
import {
  asPhoneNames,
  canChangeHooks,
  installedKoffi,
  nodeFileOf,
  platformOf,
  refuseOtherSystem,
} from './phone-side.ts';
import {
  installHooks,
  phoneIdsIn,
  removeHooks,
  textOf,
  type HookChange,
  type HookPlanContext,
  type InstallPlan,
  type TextsBefore,
} from './plan-hooks.ts';
import { copyProgram, writeConfiguration } from './program-files.ts';
import { keptFiles, lockHooks, preparePrivateFolder, removeFolder, restoreFiles } from './private-folder.ts';
import { shortenedToFit } from './short-names.ts';
import { findNode } from '../node-executable.ts';
import { planOwnCommand } from '../own-command.ts';

const defaultSegmentBytes = 1024 * 1024;
const defaultKeptSegments = 16;

const defaultTimeoutMs = 60_000;

/** A change may take longer than its limit, to start a phone again that it has ended. */
const lockMarginMs = 60_000;

/** A journal of very short files would be one of very many. */
const leastSegmentBytes = 4096;

/** What {@link HookControl} does, apart from it, so that a phone costs nothing whose hooks nobody asks for. */
export class PhoneHooks {
  readonly #folder: string;
  readonly #installation: Installation;
  readonly #settings: HookSettings;

  constructor(folder: string, installation: Installation, settings: HookSettings) {
    this.#folder = folder;
    this.#installation = installation;
    this.#settings = settings;
  }

  async install(options: HookInstallOptions): Promise<HooksChange> {
    checkJournalLimits(options);
    refuseOtherSystem(this.#installation);
    return await this.#alone(options, async () => {
      const context = await this.#planContext(options);
      const before = keptFiles(this.#folder);
      await preparePrivateFolder(this.#folder);
      try {
        copyProgram(this.#folder);
        let hooks: readonly HookChange[] = [];
        const change = await this.#settings.change((ini) => {
          const plan = installHooks(ini, context);
          hooks = plan.changes;
          // What was there before has to be on disk before the ini changes.
          this.#write(plan, context, options);
        }, options);
        return { ...change, hooks };
      } catch (error) {
        // Settings that cannot be read may name the program as well.
        const names = await this.#settingsName(context.program).catch(() => true);
        if (!names) await restoreFiles(this.#folder, before);
        throw error;
      }
    });
  }

  async planInstall(options: HookInstallOptions): Promise<readonly HookChange[]> {
    checkJournalLimits(options);
    refuseOtherSystem(this.#installation);
    const context = await this.#planContext(options);
    return installHooks(await this.#settings.read(options.signal), context).changes;
  }

  async remove(options: ChangeOptions): Promise<HooksChange> {
    refuseOtherSystem(this.#installation);
    return await this.#alone(options, async () => {
      const { own, textsBefore } = await this.#known(options.signal);
      let hooks: readonly HookChange[] = [];
      const change = await this.#settings.change((ini) => {
        hooks = removeHooks(ini, textsBefore, own);
      }, options);
      await removeFolder(this.#folder);
      return { ...change, hooks };
    });
  }

  async planRemove({ signal }: HookReadOptions): Promise<readonly HookChange[]> {
    refuseOtherSystem(this.#installation);
    const { own, textsBefore } = await this.#known(signal);
    return removeHooks(await this.#settings.read(signal), textsBefore, own);
  }

  async status({ signal = AbortSignal.timeout(defaultTimeoutMs) }: HookReadOptions): Promise<HooksStatus> {
    const [ini, record, journal, failures] = await Promise.all([
      this.#settings.read(signal),
      readHookRecord(this.#folder),
      journalStatus(this.#folder),
      readFailures(this.#folder),
    ]);
    const hooks = hookStatuses(ini, {
      folder: this.#folder,
      version: this.#version,
      record,
      nodeFile: await nodeFileOf(this.#installation, record, signal),
      changeable: canChangeHooks(this.#installation),
      runs: (hook) => this.#commandRunAt(hook, record),
    });
    return {
      installed: hooks.every(({ state }) => state === 'installed'),
      hooks,
      journal,
      ...(failures !== undefined && { failures }),
    };
  }

  /** One at a time over all processes: what hooks held before is read, and then kept or removed. */
  async #alone(options: ChangeOptions, work: () => Promise<HooksChange>): Promise<HooksChange> {
    using limit = new TimeLimit(options.timeoutMs ?? defaultTimeoutMs, options.signal);
    await using _ = await limit.wait('Waiting for other changes of the hooks', (signal) =>
      lockHooks(this.#folder, 2 * limit.timeoutMs + lockMarginMs, signal),
    );
    return await work();
  }

  /** Whether the ini names a program: it may have been changed although MicroSIP could not be started again. */
  async #settingsName(program: HookProgram): Promise<boolean> {
    const ini = await this.#settings.read();
    return hookKeys.some((hook) => profileValue(textOf(ini, hook) ?? '') === hookValue(program, hook));
  }

  get #version(): string {
    return this.#installation.version ?? newestVerifiedVersion;
  }

  #commandRunAt(hook: HookKey, record: HookRecord | undefined): string | undefined {
    const value = profileValue(record?.before[hook] ?? '');
    const platform = platformOf(this.#installation);
    const command = planOwnCommand(value, { hook, platform, version: this.#version });
    return command === undefined || 'cannot' in command ? undefined : value;
  }

  async #planContext({ node, signal }: HookInstallOptions): Promise<HookPlanContext> {
    const program = await asPhoneNames(this.#installation, {
      node: findNode(node),
      script: path.join(this.#folder, programName),
    });
    const native = fitsInHooks(program) ? undefined : await loadNativeWindows();
    const fitting =
      native === undefined ? program : shortenedToFit(program, (long) => native.shortPath(long));
    const { textsBefore } = await this.#known(signal);
    return {
      program: fitting,
      platform: platformOf(this.#installation),
      version: this.#version,
      textsBefore,
    };
  }

  /** What hooks held before: of this phone, and of one that the ini may have been copied from. */
  async #known(signal: AbortSignal | undefined): Promise<{
    readonly own: TextsBefore;
    readonly textsBefore: (phoneId: string) => TextsBefore;
  }> {
    const ids = phoneIdsIn(await this.#settings.read(signal));
    const folders = new Set([this.#folder, ...ids.map((id) => path.join(path.dirname(this.#folder), id))]);
    const found = await Promise.all(
      [...folders].map(async (folder) => [path.basename(folder), await readHookRecord(folder)] as const),
    );
    const records = new Map(found.map(([id, record]) => [id, record?.before ?? {}]));
    return {
      own: records.get(path.basename(this.#folder)) ?? {},
      textsBefore: (phoneId) => records.get(phoneId) ?? {},
    };
  }

  #write(
    { before, ownCommands }: InstallPlan,
    { program }: HookPlanContext,
    options: HookInstallOptions,
  ): void {
    const { keptSegments = defaultKeptSegments, segmentBytes = defaultSegmentBytes } = options;
    writeHookRecord(this.#folder, { v: 1, ...program, before });
    const koffi = installedKoffi(this.#installation);
    writeConfiguration(this.#folder, { segmentBytes, keptSegments, ownCommands, koffi });
  }
}

function checkJournalLimits({ keptSegments, segmentBytes }: HookInstallOptions): void {
  refuseUnless('segmentBytes', segmentBytes, leastSegmentBytes);
  refuseUnless('keptSegments', keptSegments, 0);
}

function refuseUnless(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return;
  throw new MicroSipError('INVALID_ARGUMENT', `${name} is a whole number from ${least} on, not ${value}.`);
}

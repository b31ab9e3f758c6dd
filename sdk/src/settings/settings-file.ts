import path from 'node:path';

import type { AccountSettingKey, SettingKey } from '../catalogue/settings.ts';
import { MicroSipError } from '../microsip-error.ts';
import { IniDocument } from './ini-document.ts';
import type { PhoneControl } from './phone-control.ts';
import type { ChangeOptions, SettingsBackup, SettingsChange, UndoOptions } from './settings-change.ts';
import type { NextSettings } from './transaction/edited-settings.ts';
import type { Backups } from './transaction/backups.ts';
import { sameBytes } from './transaction/same-bytes.ts';
import type { Plan, SettingsTransaction } from './transaction/settings-transaction.ts';
import type { SettingData } from './values/setting-data.ts';
import type { SettingDifference } from './values/settings-difference.ts';
import type { SettingReading } from './values/typed-settings.ts';

/** What a file of settings is taken with. */
export interface SettingsFileOptions {
  /** MicroSIP's version, where it is known: keys that it does not have are refused. */
  readonly version?: string | undefined;
  /** The clock that backups are named after. */
  readonly now?: () => Date;
}

/** The keys of a section, so that a misspelt one is an error before anything runs; any text for other sections. */
export type SettingKeyIn<Section extends string> = Section extends 'Settings'
  ? SettingKey
  : Section extends `Account${number}`
    ? AccountSettingKey
    : string;

/**
 * The settings of one phone: its ini.
 *
 * A change is a transaction. It is refused while the phone runs, which would overwrite it, or ends the phone for as
 * long; changes of several processes wait for one another; the settings as they were are kept; the file is replaced as
 * a whole, so that whatever happens, a power cut included, it is the old or the new one.
 *
 * @example
 * ```ts
 * const { backup } = await phone.settings.change((ini) => ini.set('Settings', 'singleMode', '0'), { restart: true });
 * await phone.settings.undo({ restart: true });
 * ```
 */
export class SettingsFile {
  /** The ini. It need not exist. */
  readonly path: string;
  /** MicroSIP's version, where it is known. */
  readonly version: string | undefined;
  readonly #control: PhoneControl;
  readonly #now: () => Date;

  /**
   * The settings of a phone found some other way; `MicroSip.settings` is that of a connected one.
   *
   * @param file - the path of the ini
   * @param control - knows whether the phone runs, and ends and starts it
   * @param options - the version whose settings these are, and the clock backups are named by
   */
  constructor(file: string, control: PhoneControl, options: SettingsFileOptions = {}) {
    this.path = path.resolve(file);
    this.version = options.version;
    this.#control = control;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * The ini as it is on disk, decoded for what it is. A running phone may know it otherwise until it saves.
   *
   * @returns an empty document when there is no file
   * @throws MicroSipError `SETTINGS_DAMAGED` for what is no ini of MicroSIP, `SETTINGS_BUSY` when it cannot be read now
   */
  async read(signal?: AbortSignal): Promise<IniDocument> {
    return await this.#document(await this.#bytes(signal));
  }

  /**
   * Changes the settings.
   *
   * @param edit - changes the document it is given; it may be called more than once, each time with a new one
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError `SETTINGS_BUSY` when the phone runs, or the file cannot be written; `SETTINGS_DAMAGED` when it
   * is no ini; `TIMEOUT` and `CANCELLED`; what the edit throws. Nothing was changed then, unless the message says so
   * @example
   * ```ts
   * await phone.settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
   * ```
   */
  async change(edit: (ini: IniDocument) => void, options: ChangeOptions = {}): Promise<SettingsChange> {
    const { editSettings } = await import('./transaction/edited-settings.ts');
    const transaction = await this.#transactionOn(this.path);
    return await transaction.run((bytes) => Promise.resolve(editSettings(this.path, bytes, edit)), options);
  }

  /**
   * Changes another file that the phone reads when it starts and writes over while it runs, such as its contacts: by
   * the same rules, and never at the same time as the settings.
   *
   * @param file - its path; it need not exist
   * @param edit - gets the bytes, nothing where there is no file, and returns those it is to have; nothing for no
   * change. It may be called more than once
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError as {@link SettingsFile.change}
   */
  async changeFile(
    file: string,
    edit: (bytes: Uint8Array | undefined) => Uint8Array | undefined,
    options: ChangeOptions = {},
  ): Promise<SettingsChange> {
    const transaction = await this.#transactionOn(path.resolve(file));
    const plan: Plan = (bytes) => {
      const next = edit(bytes);
      return Promise.resolve(next === undefined || sameBytes(next, bytes) ? undefined : { bytes: next });
    };
    return await transaction.run(plan, options);
  }

  /**
   * What an edit would change, without changing it and whether the phone runs or not.
   *
   * @returns the keys it changes, passwords masked
   * @throws MicroSipError as {@link SettingsFile.read}, and what the edit throws
   */
  async preview(
    edit: (ini: IniDocument) => void,
    signal?: AbortSignal,
  ): Promise<readonly SettingDifference[]> {
    const { settingsDifferences } = await import('./values/settings-difference.ts');
    const before = await this.read(signal);
    const after = IniDocument.parse(before.toString());
    edit(after);
    return settingsDifferences(before, after);
  }

  /**
   * The value of one setting, as MicroSIP makes sense of it.
   *
   * @param key - its key in the ini
   * @param section - the section without brackets; `[Settings]` if not given
   * @returns the default where the key is missing; nothing where it has none
   * @throws MicroSipError `INVALID_ARGUMENT` when MicroSIP has no such setting; `UNSUPPORTED` when this version has not;
   * as {@link SettingsFile.read}
   * @example
   * ```ts
   * await phone.settings.get('singleMode'); // true
   * await phone.settings.get('transport', 'Account1'); // 'udp'
   * ```
   */
  async get<Section extends string = 'Settings'>(
    key: SettingKeyIn<Section>,
    section?: Section,
    signal?: AbortSignal,
  ): Promise<SettingData | undefined> {
    const { readSetting } = await import('./values/typed-settings.ts');
    return readSetting(await this.read(signal), { section: section ?? 'Settings', key }, this.version).value;
  }

  /**
   * Sets one setting, in a transaction of its own. Several at once, and keys that the kit does not know, are set with
   * {@link SettingsFile.change}.
   *
   * @param key - its key in the ini
   * @param value - as {@link SettingsFile.get} returns it, or a text as people write it: `on`, `udp`, `60`
   * @param options - the section, what to do with a phone that runs, and limits
   * @throws MicroSipError `INVALID_ARGUMENT` for a value that MicroSIP would not take, saying what it takes, or for a key
   * that it does not have; `UNSUPPORTED` when this version has no such key; as {@link SettingsFile.change}
   * @example
   * ```ts
   * await phone.settings.set('transport', 'tls', { section: 'Account1', restart: true });
   * ```
   */
  async set<Section extends string = 'Settings'>(
    key: SettingKeyIn<Section>,
    value: SettingData,
    options: ChangeOptions & { readonly section?: Section | undefined } = {},
  ): Promise<SettingsChange> {
    const { setSetting } = await import('./values/typed-settings.ts');
    const place = { section: options.section ?? 'Settings', key };
    return await this.change((ini) => setSetting(ini, place, value, this.version), options);
  }

  /**
   * Removes one setting, so that its default counts again.
   *
   * @param key - its key in the ini, whether MicroSIP knows it or not
   * @param options - the section, what to do with a phone that runs, and limits
   * @throws MicroSipError as {@link SettingsFile.change}
   */
  async unset<Section extends string = 'Settings'>(
    key: SettingKeyIn<Section>,
    options: ChangeOptions & { readonly section?: Section | undefined } = {},
  ): Promise<SettingsChange> {
    const { unsetSetting } = await import('./values/typed-settings.ts');
    const place = { section: options.section ?? 'Settings', key };
    return await this.change((ini) => unsetSetting(ini, place), options);
  }

  /**
   * The settings that stand in the ini, each key once, in its order.
   *
   * @throws MicroSipError as {@link SettingsFile.read}
   */
  async list(signal?: AbortSignal): Promise<readonly SettingReading[]> {
    const { listSettings } = await import('./values/typed-settings.ts');
    return listSettings(await this.read(signal), this.version);
  }

  /**
   * Puts the settings back as they were before the last change, byte by byte. What this overwrites is kept as well, so
   * that it can be undone itself.
   *
   * @returns unchanged when there is no backup that differs
   * @throws MicroSipError as {@link SettingsFile.change}; `INVALID_ARGUMENT` when there is no such backup
   */
  async undo(options: UndoOptions = {}): Promise<SettingsChange> {
    const transaction = await this.#transactionOn(this.path);
    const { backups } = transaction;
    const candidates = await candidatesIn(backups, options.backup);
    return await transaction.run((bytes) => earlier(backups, candidates, bytes), options);
  }

  /**
   * What {@link SettingsFile.undo} would change.
   *
   * @param backup - the path of a backup; without it, the newest that differs
   * @throws MicroSipError as {@link SettingsFile.read}; `INVALID_ARGUMENT` when there is no such backup
   */
  async previewUndo(backup?: string, signal?: AbortSignal): Promise<readonly SettingDifference[]> {
    const { settingsDifferences } = await import('./values/settings-difference.ts');
    const { backups } = await this.#transactionOn(this.path);
    const now = await this.#bytes(signal);
    const before = await earlier(backups, await candidatesIn(backups, backup), now);
    if (before === undefined) return [];
    return settingsDifferences(await this.#documentOrNone(now), await this.#documentOrNone(before.bytes));
  }

  /** The copies that {@link SettingsFile.undo} goes back to, oldest first; the ten newest are kept. */
  async backups(): Promise<readonly SettingsBackup[]> {
    return await (await this.#transactionOn(this.path)).backups.list();
  }

  async #bytes(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const { readSettings } = await import('./transaction/settings-bytes.ts');
    return await readSettings(this.path, signal);
  }

  async #document(bytes: Uint8Array | undefined): Promise<IniDocument> {
    const { decodeSettings } = await import('./transaction/edited-settings.ts');
    return IniDocument.parse(decodeSettings(this.path, bytes).text);
  }

  /** Settings that are damaged count as none: undoing them replaces them as a whole. */
  async #documentOrNone(bytes: Uint8Array | undefined): Promise<IniDocument> {
    try {
      return await this.#document(bytes);
    } catch (error) {
      if (isDamage(error)) return IniDocument.parse('');
      throw error;
    }
  }

  /** Loaded with the first change, so that who only reads does not pay for it. */
  async #transactionOn(file: string): Promise<SettingsTransaction> {
    const { SettingsTransaction } = await import('./transaction/settings-transaction.ts');
    return new SettingsTransaction({
      path: file,
      settingsPath: this.path,
      control: this.#control,
      startsMinimized: () => this.#startsMinimized(),
      now: this.#now,
    });
  }

  async #startsMinimized(): Promise<boolean> {
    try {
      return (await this.read()).get('Settings', 'minimized') === '1';
    } catch (error) {
      // Damaged settings can be undone while the phone runs.
      if (isDamage(error)) return false;
      throw error;
    }
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof MicroSipError && error.code === 'SETTINGS_DAMAGED';
}

/** The backups to go back to, the likeliest first. */
async function candidatesIn(
  backups: Backups,
  wanted: string | undefined,
): Promise<readonly SettingsBackup[]> {
  const all = await backups.list();
  if (wanted === undefined) return all.toReversed();
  const backup = all.find((one) => path.basename(one.path) === path.basename(wanted));
  if (backup !== undefined) return [backup];
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `There is no backup ${path.basename(wanted)} in ${backups.folder}; "microsip settings undo --list" shows those there are.`,
  );
}

/** The first backup that differs from what is so now. */
async function earlier(
  backups: Backups,
  candidates: readonly SettingsBackup[],
  now: Uint8Array | undefined,
): Promise<NextSettings | undefined> {
  for (const backup of candidates) {
    const bytes = await backups.contentOf(backup);
    if (!sameBytes(bytes, now)) return { bytes };
  }
  return undefined;
}

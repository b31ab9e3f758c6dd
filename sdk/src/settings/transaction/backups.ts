import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { isSystemError } from '../../system-error.ts';
import { removeStrays, replaceFile } from '../atomic-file.ts';
import type { SettingsBackup } from '../settings-change.ts';
import { sameBytes } from './same-bytes.ts';
import { makeFolder, readSettings, unusable } from './settings-bytes.ts';

/** How many backups are kept of one file. */
const keptBackups = 10;

/**
 * `000012-2026-03-01T09-30-00-000Z.ini`, with the ending of the file itself; `.none` where there was no file. Numbers
 * count, so that no clock matters.
 */
const backupName = /^(\d{6,})-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.(ini|xml|none)$/u;

/**
 * The copies of one file, the ini or `Contacts.xml`, from before each change, newest last. They lie in a folder beside it that is closed to other
 * users, because they hold passwords: there they are found, and go where the settings go.
 */
export class Backups {
  readonly folder: string;
  readonly #kind: 'ini' | 'xml';
  readonly #now: () => Date;

  constructor(settingsPath: string, now: () => Date) {
    this.folder = `${settingsPath}.backups`;
    this.#kind = /\.xml$/iu.test(settingsPath) ? 'xml' : 'ini';
    this.#now = now;
  }

  async list(): Promise<readonly SettingsBackup[]> {
    const backups: SettingsBackup[] = [];
    for (const name of (await this.#names()).sort((left, right) => numberOf(left) - numberOf(right))) {
      const [, , day, hours, minutes, seconds, rest, kind] = backupName.exec(name) ?? [];
      backups.push({
        path: path.join(this.folder, name),
        at: `${day}${hours}:${minutes}:${seconds}.${rest}`,
        hadFile: kind !== 'none',
      });
    }
    return backups;
  }

  /** What a backup holds; nothing where there was no file. */
  async contentOf({ path: file, hadFile }: SettingsBackup): Promise<Uint8Array | undefined> {
    return hadFile ? await readSettings(file) : undefined;
  }

  /** Keeps a copy, unless the newest one is the same: a change that was killed half way has made it. */
  async keep(bytes: Uint8Array | undefined): Promise<string> {
    const newest = (await this.list()).at(-1);
    if (newest !== undefined && sameBytes(await this.contentOf(newest), bytes)) return newest.path;
    const number = newest === undefined ? 1 : numberOf(path.basename(newest.path)) + 1;
    const time = this.#now().toISOString().replaceAll(/[:.]/gu, '-');
    const kind = bytes === undefined ? 'none' : this.#kind;
    const file = path.join(this.folder, `${String(number).padStart(6, '0')}-${time}.${kind}`);
    try {
      await makeFolder(this.folder);
      await replaceFile(file, bytes ?? new Uint8Array());
    } catch (error) {
      throw unusable(error, file, 'written');
    }
    return file;
  }

  /** Removes the oldest copies, and what killed processes left half written. */
  async prune(): Promise<void> {
    const old = (await this.list()).slice(0, -keptBackups);
    for (const { path: file } of old) await rm(file, { force: true });
    await removeStrays(this.folder);
  }

  async #names(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => backupName.test(name));
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return [];
      throw unusable(error, this.folder, 'read');
    }
  }
}

function numberOf(name: string): number {
  return Number.parseInt(name, 10);
}

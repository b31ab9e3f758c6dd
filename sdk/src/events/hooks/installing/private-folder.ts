import { existsSync, readFileSync } from 'node:fs';
import { chmod, lstat, mkdir, rm, rmdir, statfs } from 'node:fs/promises';
import path from 'node:path';

import { MicroSipError } from '../../../microsip-error.ts';
import { replaceFileSync } from '../../../settings/atomic-file.ts';
import { lockSettings, type SettingsLock } from '../../../settings/transaction/settings-lock.ts';
import { isSystemError } from '../../../system-error.ts';
import { recordName } from './hook-record.ts';
import { configurationName } from './program-files.ts';

/** Creates the folder, closed to others: it holds callers, and a program that MicroSIP starts. */
export async function preparePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32' || (await isOnWindows(folder))) return;
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${folder}, where the hook program belongs, is somebody else's, or a link: have it removed.`,
    );
  }
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700);
}

/** Drives of Windows in WSL, by the kinds of file system they are mounted as: 9P, FUSE for virtiofs, drvfs. */
const windowsDrives: ReadonlySet<number> = new Set([0x01021997, 0x65735546, 0x53464846]);

/** Windows guards the folders of its users itself; WSL shows owners and modes that it makes up. */
async function isOnWindows(folder: string): Promise<boolean> {
  return windowsDrives.has((await statfs(folder)).type);
}

/** Takes the right to change a phone's hooks; its file lies above the folder, which comes and goes meanwhile. */
export async function lockHooks(
  folder: string,
  heldForMs: number,
  signal: AbortSignal,
): Promise<SettingsLock> {
  const place = path.dirname(path.dirname(folder));
  await mkdir(place, { recursive: true, mode: 0o700 });
  return await lockSettings(path.join(place, `hooks-${path.basename(folder)}`), heldForMs, signal);
}

/** The files of a folder that an installation changes; nothing where there is no folder. */
export type KeptFiles = ReadonlyMap<string, Buffer>;

/** What the folder says of the hooks now. */
export function keptFiles(folder: string): KeptFiles | undefined {
  if (!existsSync(folder)) return undefined;
  const files = [recordName, configurationName].map((name) => path.join(folder, name));
  return new Map(files.filter((file) => existsSync(file)).map((file) => [file, readFileSync(file)]));
}

/** Has the folder say of the hooks what it did before, or makes it go where it was not there. */
export async function restoreFiles(folder: string, kept: KeptFiles | undefined): Promise<void> {
  if (kept === undefined) await removeFolder(folder);
  else for (const [file, content] of kept) replaceFileSync(file, content);
}

/** Removes the folder, with the journal; what a reader or a virus scanner holds open on Windows stays until it is let go. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(ignoreUsed);
  // The folders above stay when there are other phones.
  await rmdir(path.dirname(folder)).catch(ignoreUsed);
}

function ignoreUsed(error: unknown): void {
  if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EBUSY')) throw error;
}

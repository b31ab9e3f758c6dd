import { lstat, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { MicroSipError } from '../../microsip-error.ts';
import { isSystemError, systemErrorCode } from '../../system-error.ts';
import { replaceFile } from '../atomic-file.ts';

/** No ini comes near it: the biggest have a thousand calls of some hundred characters. */
const longestIni = 16 * 1024 * 1024;

/**
 * The bytes of a file of settings; nothing when there is none.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no file or too big to be an ini, `SETTINGS_BUSY` for what cannot
 * be read now
 */
export async function readSettings(path: string, signal?: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    // Something else than a file, such as a pipe, might never end.
    const status = await stat(path);
    if (!status.isFile()) throw damaged(path, 'is not a file');
    if (status.size > longestIni)
      throw damaged(path, `has ${status.size} bytes, more than any ini of MicroSIP`);
    return await readFile(path, { signal });
  } catch (error) {
    if (error instanceof MicroSipError || signal?.aborted === true) throw error;
    if (!isSystemError(error, 'ENOENT')) throw unusable(error, path, 'read');
    if (await isLink(path)) throw leadsNowhere(path, error);
    return undefined;
  }
}

/** A link without its file, such as one on a drive that is not there now, is not a missing file: it would be replaced. */
async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw unusable(error, path, 'read');
  }
}

/**
 * Gives a file of settings other bytes, as a whole; without bytes it is removed.
 *
 * @throws MicroSipError `SETTINGS_BUSY` when it cannot be written now; it is as it was then
 */
export async function writeSettings(
  path: string,
  bytes: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<void> {
  try {
    if (bytes === undefined) {
      await rm(path);
      return;
    }
    await makeFolder(dirname(path));
    await replaceFile(path, bytes, signal);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw unusable(error, path, 'written');
  }
}

/** Makes a folder, and those above it, for this user alone. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return;
    // Not `recursive`, which does not end below /proc.
    if (!isSystemError(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    // Another process may have made it meanwhile.
    await mkdir(path, { mode: 0o700 }).catch((again: unknown) => {
      if (!isSystemError(again, 'EEXIST')) throw again;
    });
  }
}

/** The error of a file, or of the folder it lies in, that the system refuses to work with. */
export function unusable(error: unknown, path: string, done: 'read' | 'written'): MicroSipError {
  const code = systemErrorCode(error);
  return new MicroSipError(
    'SETTINGS_BUSY',
    `${path} could not be ${done} (${code ?? String(error)}): ${remedy(code)}. Nothing was changed.`,
    { cause: error },
  );
}

function remedy(code: string | undefined): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no room left; make some and try again';
    case 'EROFS':
      return 'it lies on a disk that cannot be written to';
    case 'EACCES':
    case 'EPERM':
      return 'another program has it open, or this user may not; close the program, or change the permissions of the file and its folder';
    case 'EBUSY':
      return 'another program has it open; close it and try again';
    default:
      return 'see what is wrong with the file and its folder, and try again';
  }
}

function leadsNowhere(path: string, cause: unknown): MicroSipError {
  return new MicroSipError(
    'SETTINGS_BUSY',
    `${path} is a link to a file that is not there; bring the file back, or remove the link. Nothing was changed.`,
    { cause },
  );
}

function damaged(path: string, what: string): MicroSipError {
  return new MicroSipError(
    'SETTINGS_DAMAGED',
    `${path} ${what}. It was left as it is; move it away, then restore a backup ("microsip settings undo").`,
  );
}

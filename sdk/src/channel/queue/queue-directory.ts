import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

import type { Installation } from '../../installation/installation.ts';
import { MicroSipError } from '../../microsip-error.ts';

/**
 * The folder of an installation's queue, created if need be and closed to other users. All that drive one data
 * directory share a queue, because it is the ini in there that two starts damage (facts B.1).
 *
 * @throws MicroSipError `LAUNCH_FAILED` when there can be no such folder
 */
export function claimQueueDirectory(installation: Pick<Installation, 'dataDirectory'>): string {
  const key = createHash('sha256').update(canonicalPath(installation.dataDirectory)).digest('hex');
  const runtimeDirectory = runtimeDirectoryOfUser();
  claimDirectory(runtimeDirectory);
  const directory = path.join(runtimeDirectory, `queue-${key.slice(0, 24)}`);
  claimDirectory(directory);
  return directory;
}

/** One folder for all sessions of a user: variables such as XDG_RUNTIME_DIR differ between a login and a service. */
function runtimeDirectoryOfUser(): string {
  // On a terminal server %TEMP% differs between sessions, %LOCALAPPDATA% does not.
  if (process.platform === 'win32')
    return path.join(process.env['LOCALAPPDATA'] ?? tmpdir(), 'microsip-devkit');
  return path.join(tmpdir(), `microsip-devkit-${userInfo().uid}`);
}

function claimDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (process.platform === 'win32') return;
    const found = lstatSync(directory);
    if (found.isDirectory() && found.uid === userInfo().uid) {
      if ((found.mode & 0o077) !== 0) chmodSync(directory, 0o700);
      return;
    }
  } catch (error) {
    throw new MicroSipError(
      'LAUNCH_FAILED',
      `The folder ${directory}, in which commands queue up, cannot be used; make it writable.`,
      { cause: error },
    );
  }
  throw new MicroSipError(
    'LAUNCH_FAILED',
    `The folder ${directory}, in which commands queue up, belongs to somebody else; have it removed.`,
  );
}

/** Two spellings of one folder are one folder. */
function canonicalPath(directory: string): string {
  // A Windows path that this system has no name for is as canonical as it gets.
  if (process.platform !== 'win32' && path.win32.isAbsolute(directory) && !path.posix.isAbsolute(directory)) {
    return path.win32.normalize(directory).toLowerCase();
  }
  const absolute = path.resolve(directory);
  const real = realPath(absolute);
  return process.platform === 'win32' ? real.toLowerCase() : real;
}

/** Follows links as far as the path exists: the data directory may come into being with the first start. */
function realPath(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch (error) {
    const parent = path.dirname(absolute);
    if (parent === absolute || !(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw error;
    return path.join(realPath(parent), path.basename(absolute));
  }
}

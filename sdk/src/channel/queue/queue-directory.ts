import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Installation } from '../../installation/installation.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { isSystemError, systemErrorCode } from '../../system-error.ts';

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
  return path.join(tmpdir(), `microsip-devkit-${userId()}`);
}

/** Not from `userInfo()`, which fails for the users of containers that stand in no list of users. */
function userId(): number {
  return process.getuid?.() ?? 0;
}

function claimDirectory(directory: string): void {
  let found: Stats;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (process.platform === 'win32') return;
    found = lstatSync(directory);
    if (found.isDirectory() && found.uid === userId()) {
      if ((found.mode & 0o077) !== 0) chmodSync(directory, 0o700);
      return;
    }
  } catch (error) {
    throw unusableFolder(directory, error);
  }
  const whose = found.isSymbolicLink()
    ? 'is a link, which may lead anywhere; remove it'
    : 'belongs to somebody else; have it removed';
  throw new MicroSipError('LAUNCH_FAILED', `The folder ${directory}, in which commands queue up, ${whose}.`);
}

/** The error of a folder that exists for nothing but the queue, and that the system refuses to work with. */
export function unusableFolder(directory: string, error: unknown): MicroSipError {
  const reason = systemErrorCode(error) ?? 'unknown error';
  return new MicroSipError(
    'LAUNCH_FAILED',
    `The folder ${directory}, in which commands queue up, cannot be used (${reason}); ` +
      'make it writable, see that there is room on its disk, or remove it.',
    { cause: error },
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
    if (parent === absolute || !isSystemError(error, 'ENOENT')) throw error;
    return path.join(realPath(parent), path.basename(absolute));
  }
}

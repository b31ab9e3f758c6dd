import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { MicroSipError } from '../../microsip-error.ts';
import { isSystemError } from '../../system-error.ts';
import { refuseEmptyPath } from '../data-directory.ts';

/** Where the one instance of a data directory is reached, and the locks its starts hold. */
export interface InstanceAddress {
  /** A Unix domain socket, on Windows a named pipe. */
  readonly socket: string;
  /** Held while a start has the ini open; in the real program the open file itself is the lock (facts B.1). */
  readonly iniLock: string;
  /** Held while a start looks for the instance and, finding none, becomes it. */
  readonly instanceLock: string;
}

/** Longer paths of Unix domain sockets are refused by macOS (104 bytes with the closing NUL) and Linux (108). */
const socketPathLimit = 103;

/**
 * The address of the phone that lives in a data directory. Two spellings of one directory have one address.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for an empty path, `INTERNAL` when somebody else owns the folder that the
 * sockets would be in.
 */
export function instanceAddress(dataDirectory: string): InstanceAddress {
  refuseEmptyPath(dataDirectory);
  const user = userInfo();
  const id = createHash('sha256').update(canonicalPath(dataDirectory)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') {
    const owner = createHash('sha256').update(user.username).digest('hex').slice(0, 12);
    const folder = join(tmpdir(), 'microsip-simulator');
    mkdirSync(folder, { recursive: true });
    return {
      socket: `\\\\.\\pipe\\microsip-simulator-${owner}-${id}`,
      iniLock: join(folder, `${id}.ini-lock`),
      instanceLock: join(folder, `${id}.instance-lock`),
    };
  }
  const name = `microsip-simulator-${user.uid}`;
  const nearby = join(tmpdir(), name);
  const folder =
    Buffer.byteLength(join(nearby, `${id}.sock`)) <= socketPathLimit ? nearby : join('/tmp', name);
  claimFolder(folder, user.uid);
  return {
    socket: join(folder, `${id}.sock`),
    iniLock: join(folder, `${id}.ini-lock`),
    instanceLock: join(folder, `${id}.instance-lock`),
  };
}

/** The folder for temporary files is everybody's: ours must belong to us and be closed to others. */
function claimFolder(folder: string, uid: number): void {
  // Whatever is there already, a link to nowhere included, is looked at before anything is created through it.
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new MicroSipError(
      'INTERNAL',
      `${folder} belongs to somebody else or is open to others; remove it, or set TMPDIR to a folder of your own.`,
    );
  }
}

function canonicalPath(path: string): string {
  const absolute = resolve(path);
  try {
    const real = realpathSync.native(absolute);
    return process.platform === 'win32' ? real.toLowerCase() : real;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return absolute;
    throw error;
  }
}

import { mkdtemp, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MicroSipError } from '../../microsip-error.ts';
import { unusable } from '../../settings/transaction/settings-bytes.ts';
import { isSystemError } from '../../system-error.ts';
import { isSqliteError, loadSqlite } from './load-sqlite.ts';
import { noCallLog } from './no-call-log.ts';

/** A private copy of a database as it was at one moment; disposing of it removes it. */
export interface DatabaseSnapshot extends AsyncDisposable {
  readonly path: string;
}

const longestPauseMs = 20;

/** MicroSIP keeps about a thousand calls, in some 300 kB; this has room for a million. In bytes. */
const longestDatabase = 512 * 1024 * 1024;

/**
 * A phone leaves gaps of seconds between its transactions; what leaves none for so long has to be stopped. The pauses
 * between attempts count, not the attempts: on a busy machine a copy takes long.
 */
const defaultPatienceMs = 250;

/**
 * Copies an SQLite database, without locking it as a rule. SQLite's own way of reading takes a lock that MicroSIP waits
 * for at most five seconds (facts F.1), would have to write where a crash left a journal, and locks nothing at all where
 * MicroSIP runs behind WSL or Wine, whose locks are not this system's.
 *
 * A copy counts when no transaction came in between. One that was under way is undone in the copy: its journal is
 * copied after the database, so it has every page that the copy may have in its new form. Only a database that is
 * written without a gap is locked while SQLite copies it.
 *
 * @param patienceMs - how long to wait altogether for a gap between transactions
 * @returns nothing when there is no database
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no file or far too large, `SETTINGS_BUSY` when it cannot be read or copied; what
 * aborted the signal, when the database was being written all the time
 */
export async function snapshotDatabase(
  database: string,
  signal: AbortSignal,
  patienceMs = defaultPatienceMs,
): Promise<DatabaseSnapshot | undefined> {
  const directory = await mkdtemp(path.join(tmpdir(), 'microsip-call-log-')).catch((error: unknown) => {
    throw unusable(error, tmpdir(), 'written');
  });
  const copy = path.join(directory, 'call_log.db');
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  let waitedMs = 0;
  try {
    for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      signal.throwIfAborted();
      const outcome =
        waitedMs < patienceMs
          ? await copyUndisturbed(database, copy, signal)
          : await copyLocked(database, copy);
      if (outcome === 'copied') return { path: copy, [Symbol.asyncDispose]: remove };
      if (outcome === 'missing') break;
      await delay(pauseMs, undefined, { signal });
      waitedMs += pauseMs;
    }
  } catch (error) {
    await remove();
    if (signal.aborted || error instanceof MicroSipError) throw error;
    throw unusable(error, database, 'read');
  }
  await remove();
  return undefined;
}

/**
 * Differs between two moments with a transaction between them; `none` where there is no database.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no file or far too large; errors of the system
 */
export async function databaseStamp(database: string): Promise<string> {
  return (await momentOf(database))?.stamp ?? 'none';
}

type Outcome = 'copied' | 'disturbed' | 'missing';

async function copyUndisturbed(database: string, copy: string, signal: AbortSignal): Promise<Outcome> {
  const before = await momentOf(database);
  if (before === undefined) return 'missing';
  if (!(await copyFile(database, copy, signal))) return 'disturbed';
  for (const { suffix } of companions) await rm(copy + suffix, { force: true });
  for (const { suffix } of before.companions) {
    if (!(await copyFile(database + suffix, copy + suffix, signal))) return 'disturbed';
  }
  const after = await momentOf(database);
  return after?.stamp === before.stamp ? 'copied' : 'disturbed';
}

async function copyLocked(database: string, copy: string): Promise<Outcome> {
  for (const suffix of ['', ...companions.map((companion) => companion.suffix)]) {
    await rm(copy + suffix, { force: true });
  }
  const { DatabaseSync } = loadSqlite();
  try {
    const connection = new DatabaseSync(database, { readOnly: true });
    try {
      connection.prepare('VACUUM INTO ?').run(copy);
      return 'copied';
    } finally {
      connection.close();
    }
  } catch (error) {
    if (isSqliteError(error)) return 'disturbed';
    throw error;
  }
}

/** A file beside a database without which the database says something else. */
interface Companion {
  readonly suffix: string;
  /** Random bytes in its header, new with each transaction, or with each time the log begins anew. */
  readonly salt: { readonly start: number; readonly end: number };
}

/** The journal of a transaction that is to be undone if it never ends, and the log of transactions not yet moved over. */
const companions: readonly Companion[] = [
  { suffix: '-journal', salt: { start: 12, end: 16 } },
  { suffix: '-wal', salt: { start: 16, end: 24 } },
];

interface Moment {
  /** Differs between two moments with a transaction between them. */
  readonly stamp: string;
  readonly companions: readonly Companion[];
}

async function momentOf(database: string): Promise<Moment | undefined> {
  // Each transaction counts up the counter in the header; the time alone is too coarse to show it.
  const counter = await headerBytes(database, { start: 24, end: 28 });
  if (counter === undefined) return undefined;
  const { ino, mtimeNs, size } = await stat(database, { bigint: true });
  const found: Companion[] = [];
  const salts: string[] = [];
  for (const companion of companions) {
    const salt = await headerBytes(database + companion.suffix, companion.salt);
    // A journal without a header belongs to a transaction that has ended.
    if (salt === undefined || /^0*$/u.test(salt)) continue;
    found.push(companion);
    salts.push(companion.suffix + salt);
  }
  return { stamp: [ino, mtimeNs, size, counter, ...salts].join(' '), companions: found };
}

/** Bytes of a file as hexadecimal digits, as far as it has them; nothing when there is no such file. */
async function headerBytes(file: string, { start, end }: Companion['salt']): Promise<string | undefined> {
  const handle = await openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Copies through handles that, unlike the system's copying, let others write and delete the file meanwhile on Windows. */
async function copyFile(source: string, target: string, signal: AbortSignal): Promise<boolean> {
  const from = await openIfThere(source);
  if (from === undefined) return false;
  try {
    const to = await open(target, 'w', 0o600);
    try {
      const chunk = Buffer.alloc(1 << 18);
      for (;;) {
        signal.throwIfAborted();
        const { bytesRead } = await from.read(chunk, 0, chunk.length);
        if (bytesRead === 0) return true;
        await to.write(chunk, 0, bytesRead);
      }
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    // Opening something else, such as a pipe, might never end.
    const status = await stat(file);
    if (!status.isFile()) throw noCallLog('it is no file');
    if (status.size > longestDatabase) {
      throw noCallLog(`it has ${status.size} bytes, more than calls can take`);
    }
    return await open(file, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

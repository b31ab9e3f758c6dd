import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { processExists } from '../../process-exists.ts';
import { isSystemError } from '../../system-error.ts';
import { makeFolder, unusable } from './settings-bytes.ts';

/** What a lock says of its holder. */
interface Holder {
  readonly token: string;
  readonly host: string;
  readonly processId: number;
  /** When it gives up at the latest; milliseconds since 1970. */
  readonly until: number;
}

/** The right to change a file of settings; closing it gives it back. */
export interface SettingsLock extends AsyncDisposable {
  /** Whether it is still held: one that was held for too long, such as by a computer that slept, is taken away. */
  isHeld(): Promise<boolean>;
}

const pollMs = 25;

/** A lock is written at once after its creation; one that stays empty was left by a process that was killed. */
const emptyLimitMs = 10_000;

/** Process ids mean nothing on another machine, nor between WSL and the Windows around it. */
const host = `${hostname()}/${process.platform}`;

/** Where the lock of a file of settings lies. */
export function lockPathOf(path: string): string {
  return `${path}.lock`;
}

/**
 * Takes the lock of a file of settings, a file beside it, and waits for it where another process has it. What a killed
 * process left behind is removed.
 *
 * @param heldForMs - for how long it is held at most
 * @throws MicroSipError `SETTINGS_BUSY` when there can be no lock, such as in a folder that cannot be written to
 */
export async function lockSettings(
  path: string,
  heldForMs: number,
  signal: AbortSignal,
): Promise<SettingsLock> {
  const lock = lockPathOf(path);
  const holder = { token: randomUUID(), host, processId: process.pid, until: Date.now() + heldForMs };
  try {
    await makeFolder(dirname(path));
    while (!(await createExclusively(lock, JSON.stringify(holder)))) {
      if (!(await removeAbandoned(lock))) await delay(pollMs, undefined, { signal });
      signal.throwIfAborted();
    }
    // Nobody waits for it any more.
    if (signal.aborted) await rm(lock, { force: true });
    signal.throwIfAborted();
  } catch (error) {
    if (signal.aborted) throw error;
    throw unusable(error, path, 'written');
  }
  const isHeld = async (): Promise<boolean> => tokenOf(await readIfThere(lock)) === holder.token;
  return {
    isHeld,
    [Symbol.asyncDispose]: async () => {
      if (await isHeld()) await rm(lock, { force: true });
    },
  };
}

/**
 * Removes a lock that nobody holds any more. Only one process at a time may, so that none removes the lock that another
 * has taken since.
 *
 * @returns whether the lock is worth another try at once
 */
async function removeAbandoned(lock: string): Promise<boolean> {
  const content = await readIfThere(lock);
  if (content === undefined) return true;
  if (!(await isAbandoned(lock, content))) return false;
  const removal = `${lock}.removal`;
  if (!(await createExclusively(removal, ''))) {
    if (await isOld(removal)) await rm(removal, { force: true });
    return false;
  }
  try {
    if ((await readIfThere(lock)) === content) await rm(lock, { force: true });
    return true;
  } finally {
    await rm(removal, { force: true });
  }
}

async function isAbandoned(lock: string, content: string): Promise<boolean> {
  const holder = holderOf(content);
  if (holder === undefined) return await isOld(lock);
  if (Date.now() > holder.until) return true;
  return holder.host === host && !processExists(holder.processId);
}

async function createExclusively(path: string, content: string): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'wx', 0o600);
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    await file.writeFile(Buffer.from(content));
  } catch (error) {
    // On a full disk, an empty file is all there is room for.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function isOld(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > emptyLimitMs;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return true;
    throw error;
  }
}

function tokenOf(content: string | undefined): string | undefined {
  return content === undefined ? undefined : holderOf(content)?.token;
}

function holderOf(content: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // Not written to its end, by a process that is about to, or that was killed.
    return undefined;
  }
  return isHolder(value) ? value : undefined;
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    'host' in value &&
    typeof value.host === 'string' &&
    'processId' in value &&
    Number.isInteger(value.processId) &&
    'until' in value &&
    typeof value.until === 'number'
  );
}

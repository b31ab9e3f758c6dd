import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { isSystemError } from '../../system-error.ts';

/**
 * No start holds a lock for as long as that, not even one that was told to: it was killed, and after a restart of the
 * computer its number may be that of another process.
 */
const longestHoldMs = 10 * 60_000;

/** Gives a lock back. */
export type Unlock = () => void;

/**
 * Takes a lock that at most one process holds: a file with the number of its process. What a killed process left
 * behind is removed.
 *
 * @returns nothing when another process holds it.
 */
export function tryLock(path: string): Unlock | undefined {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, String(process.pid), { flag: 'wx', mode: 0o600 });
  try {
    // A link appears with its content, a created file would be empty for a moment.
    if (!tryLink(own, path)) {
      if (!removeAbandoned(path)) return undefined;
      if (!tryLink(own, path)) return undefined;
    }
    return () => {
      rmSync(path, { force: true });
    };
  } finally {
    rmSync(own, { force: true });
  }
}

/** Waits for a lock; the signal must end the wait. */
export async function lock(path: string, signal: AbortSignal): Promise<Unlock> {
  for (;;) {
    const unlock = tryLock(path);
    if (unlock !== undefined) return unlock;
    await delay(5, undefined, { signal });
  }
}

function removeAbandoned(path: string): boolean {
  const holder = readHolder(path);
  if (holder === undefined) return true;
  if (isAlive(holder) && !isOld(path)) return false;
  const removed = `${path}.${randomUUID()}`;
  try {
    renameSync(path, removed);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return true;
    throw error;
  }
  // Between reading and renaming another process may have removed the abandoned lock and taken its own.
  const abandoned = readHolder(removed) === holder;
  if (!abandoned) tryLink(removed, path);
  rmSync(removed, { force: true });
  return abandoned;
}

function isOld(path: string): boolean {
  const taken = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return taken !== undefined && Date.now() - taken > longestHoldMs;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

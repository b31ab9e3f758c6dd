import { randomUUID } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { isSystemError } from '../system-error.ts';

/** Windows refuses to replace a file that a virus scanner or another program has open at this moment. */
const busyCodes = ['EPERM', 'EACCES', 'EBUSY'];
const attempts = 10;
const pauseMs = 20;

/**
 * Replaces a file as a whole: readers see the old or the new content, never a part, and a crash leaves one of both.
 *
 * @param path - the file; its folder must exist
 * @param content - the new content
 * @param signal - ends the wait for a busy file early
 */
export async function replaceFile(path: string, content: Uint8Array, signal?: AbortSignal): Promise<void> {
  const { target, mode } = replaced(path);
  const temporary = temporaryNeighbour(target);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    for (let attempt = 1; ; attempt++) {
      try {
        await rename(temporary, target);
        return;
      } catch (error) {
        if (attempt === attempts || !isSystemError(error, ...busyCodes)) throw error;
        await delay(pauseMs, undefined, { signal });
      }
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** As {@link replaceFile}, but without waiting for the disk; a busy file blocks the thread for a fifth of a second at most. */
export function replaceFileSync(path: string, content: Uint8Array): void {
  const { target, mode } = replaced(path);
  const temporary = temporaryNeighbour(target);
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode });
    for (let attempt = 1; ; attempt++) {
      try {
        renameSync(temporary, target);
        return;
      } catch (error) {
        if (attempt === attempts || !isSystemError(error, ...busyCodes)) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
      }
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Nobody takes so long to write a file. */
const strayAfterMs = 60_000;

/**
 * Removes what processes that were killed while they replaced files left in a folder.
 *
 * @param of - how the names of the files begin that are meant
 */
export async function removeStrays(folder: string, of = ''): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`.${of}`) || !/\.[0-9a-f-]{36}\.tmp$/u.test(name)) continue;
    const stray = join(folder, name);
    const age = Date.now() - (await stat(stray)).mtimeMs;
    if (age > strayAfterMs) await rm(stray, { force: true });
  }
}

/** A link stays a link, and the new file is as private as the old one; an ini file holds passwords. */
function replaced(path: string): { readonly target: string; readonly mode: number } {
  const current = statSync(path, { throwIfNoEntry: false });
  return current === undefined
    ? { target: path, mode: 0o600 }
    : { target: realpathSync(path), mode: current.mode & 0o777 };
}

function temporaryNeighbour(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

import { open, stat } from 'node:fs/promises';

import { ChangeNotices } from './change-notices.ts';
import { FollowedFile, isSameFile, readingBuffer, type FileIdentity } from './followed-file.ts';
import { processClock, type FollowingClock } from './following-clock.ts';

/** What following a path tells. */
export type FileObservation =
  /** A file is there and is read from here on; what comes of older ones is over, but for the last words of replaced ones. */
  | {
      readonly type: 'opened';
      readonly file: FollowedFile;
      /** `rewritten` is the same file, emptied or written anew; `returned` the same one as before, read where it was left. */
      readonly because: 'found' | 'replaced' | 'rewritten' | 'returned';
    }
  | {
      readonly type: 'chunk';
      readonly file: FollowedFile;
      /** Where in the file the bytes stand. */
      readonly position: number;
      readonly bytes: Uint8Array;
    }
  /** The path leads to no file, or no longer; it is waited for. */
  | { readonly type: 'missing' }
  /** There is something that cannot be read; it is tried again. */
  | { readonly type: 'unreadable'; readonly error: Error };

/** How a file is followed. */
export interface FollowOptions {
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Where to begin in the first file that is found; later ones are read from their beginning, which is the default. */
  readonly start?: (file: FollowedFile) => number;
  /**
   * For so many milliseconds a replaced file is read on, for writers that still have it open. Default: 0, it is read to
   * its end once.
   */
  readonly lingerMs?: number;
  readonly clock?: FollowingClock;
  /** For tests. */
  readonly platform?: NodeJS.Platform;
}

/** The interval of looking where no notices come, or come late. */
const lookMs = 20;
/** A look at the name as well is dearer, and names seldom change. */
const looksBetweenNames = 5;
/** Where all is noticed, a look is only a precaution. */
const precautionMs = 1000;
const absenceMs = 100;

/**
 * Follows the file at a path while it grows, is emptied, replaced, renamed or removed, and comes back. It is read
 * as slowly as it is asked for. Nothing is read twice, and a replaced file is read to its end before the new one.
 *
 * A file that is emptied and written again is noticed when it is shorter than what was read of it, or when the bytes
 * before that place are others.
 *
 * @example
 * ```ts
 * for await (const observation of followFile(log, { signal })) {
 *   if (observation.type === 'chunk') parser.push(observation.bytes);
 * }
 * ```
 */
export async function* followFile(
  path: string,
  options: FollowOptions,
): AsyncGenerator<FileObservation, void, void> {
  const { signal, clock = processClock, lingerMs = 0, platform = process.platform } = options;
  using notices = new ChangeNotices(path, clock, platform);
  const buffer = readingBuffer();
  const replaced: { readonly file: FollowedFile; readonly until: number }[] = [];
  let file: FollowedFile | undefined;
  let left: FollowedFile | undefined;
  let first = true;
  let told: 'missing' | 'unreadable' | undefined;
  let looks = 0;

  try {
    while (!signal.aborted) {
      await notices.arm();
      const noticed = notices.take();
      const lookAtName =
        file === undefined ||
        noticed === 'name' ||
        (notices.prompt ? noticed === undefined : looks % looksBetweenNames === 0);
      looks++;
      // The name first: what was written before it changed is then read before what came after.
      const there = lookAtName ? await identityAt(path) : file?.identity;

      for (const old of [...replaced]) {
        const over = clock.now() >= old.until;
        yield* readOn(old.file, buffer, signal);
        if (!over) continue;
        replaced.splice(replaced.indexOf(old), 1);
        await old.file.close();
      }
      if (file !== undefined) {
        const rewritten = yield* readOn(file, buffer, signal);
        if (rewritten) {
          file = await file.rewritten();
          yield { type: 'opened', file, because: 'rewritten' };
          continue;
        }
      }

      const gone = there === undefined || there instanceof Error;
      if (file !== undefined && (gone || !isSameFile(there, file.identity))) {
        left = file;
        file = undefined;
        replaced.push({ file: left, until: clock.now() + lingerMs });
        // The folder may be another one as well; a watcher of the old one would hear nothing and not know it.
        notices.disarm();
      }
      if (gone) {
        const state = there === undefined ? 'missing' : 'unreadable';
        if (state !== told)
          yield there === undefined ? { type: 'missing' } : { type: 'unreadable', error: there };
        told = state;
      } else if (file === undefined) {
        const opened = await openFile(path);
        if (opened instanceof Error) {
          if (told !== 'unreadable') yield { type: 'unreadable', error: opened };
          told = 'unreadable';
        } else if (opened !== undefined) {
          file = opened;
          const returned: boolean =
            left !== undefined && isSameFile(left.identity, file.identity) && (await file.resume(left));
          if (first) await file.startAt(options.start?.(file) ?? 0);
          const because = returned ? 'returned' : left === undefined ? 'found' : 'replaced';
          if (returned) await forget(replaced, left);
          first = false;
          told = undefined;
          yield { type: 'opened', file, because };
          continue;
        }
      }
      await notices.wait(pause(file, replaced.length > 0, notices.prompt), signal);
    }
  } finally {
    await file?.close();
    for (const old of replaced) await old.file.close();
  }
}

function pause(file: FollowedFile | undefined, lingering: boolean, prompt: boolean): number {
  if (lingering) return lookMs;
  if (prompt) return precautionMs;
  return file === undefined ? absenceMs : lookMs;
}

/** Reads to the end, and says whether what was read before is gone. */
async function* readOn(
  file: FollowedFile,
  buffer: Buffer,
  signal: AbortSignal,
): AsyncGenerator<FileObservation, boolean, void> {
  while (!signal.aborted) {
    const { position } = file;
    const bytes = await file.next(buffer);
    if (bytes === undefined) return false;
    if (bytes === 'rewritten') return true;
    yield { type: 'chunk', file, position, bytes };
  }
  return false;
}

/** A file that came back is read by its new handle alone. */
async function forget(
  replaced: { readonly file: FollowedFile }[],
  file: FollowedFile | undefined,
): Promise<void> {
  const index = replaced.findIndex((old) => old.file === file);
  const [old] = index === -1 ? [] : replaced.splice(index, 1);
  await old?.file.close();
}

async function identityAt(path: string): Promise<FileIdentity | Error | undefined> {
  try {
    const found = await stat(path, { bigint: true });
    if (!found.isFile()) return new Error(`${path} is not a file`);
    return { device: found.dev, inode: found.ino };
  } catch (error) {
    return absentOrUnreadable(error);
  }
}

async function openFile(path: string): Promise<FollowedFile | Error | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      return await FollowedFile.of(handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    return absentOrUnreadable(error);
  }
}

function absentOrUnreadable(error: unknown): Error | undefined {
  if (!(error instanceof Error)) throw error;
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR') ? undefined : error;
}

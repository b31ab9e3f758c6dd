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
  /** Whether the folder is watched; else the file is looked at again and again. Default: true. */
  readonly watch?: boolean;
}

/**
 * How often a file is looked at where no notices come, or come late, by how long it has not grown. A phone that is
 * registered writes every 15 seconds.
 */
const lookIntervals = [
  { grewWithinMs: 10_000, lookMs: 10 },
  { grewWithinMs: 120_000, lookMs: 20 },
  { grewWithinMs: Infinity, lookMs: 50 },
] as const;
/** A look at the name as well is dearer, and names seldom change. */
const looksBetweenNames = 10;
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
  const { signal, clock = processClock, lingerMs = 0, watch = true } = options;
  using notices = new ChangeNotices(path, clock, process.platform, watch);
  const buffer = readingBuffer();
  const replaced: { readonly file: FollowedFile; readonly until: number }[] = [];
  let file: FollowedFile | undefined;
  let left: FollowedFile | undefined;
  let first = true;
  let told: 'missing' | 'unreadable' | undefined;
  let looks = 0;
  let grew = clock.now();

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
        const before = file.position;
        const outcome = yield* readOn(file, buffer, signal);
        if (file.position > before) grew = clock.now();
        if (outcome instanceof Error) {
          // A share that is gone, a disk that fails; it is opened again as soon as it can be.
          await file.close();
          left = file;
          file = undefined;
          yield { type: 'unreadable', error: outcome };
          told = 'unreadable';
        } else if (outcome === 'rewritten') {
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
      const idleMs = replaced.length > 0 ? 0 : clock.now() - grew;
      const trusted = notices.prompt && replaced.length === 0;
      await notices.wait(trusted ? precautionMs : untilNextLook(file !== undefined, idleMs), signal);
    }
  } finally {
    await file?.close();
    for (const old of replaced) await old.file.close();
  }
}

function untilNextLook(there: boolean, idleMs: number): number {
  if (!there) return absenceMs;
  return lookIntervals.find(({ grewWithinMs }) => idleMs <= grewWithinMs)?.lookMs ?? precautionMs;
}

/** Reads to the end, and says whether what was read before is gone, or why nothing can be read. */
async function* readOn(
  file: FollowedFile,
  buffer: Buffer,
  signal: AbortSignal,
): AsyncGenerator<FileObservation, 'rewritten' | Error | undefined, void> {
  while (!signal.aborted) {
    const { position } = file;
    let bytes: Awaited<ReturnType<FollowedFile['next']>>;
    try {
      bytes = await file.next(buffer);
    } catch (error) {
      return asError(error);
    }
    if (bytes === undefined || bytes === 'rewritten') return bytes;
    yield { type: 'chunk', file, position, bytes };
  }
  return undefined;
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

function absentOrUnreadable(thrown: unknown): Error | undefined {
  const error = asError(thrown);
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR') ? undefined : error;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

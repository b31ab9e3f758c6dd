import { open, stat } from 'node:fs/promises';

import { isSystemError } from '../../system-error.ts';
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
 * for await (const observation of followFile('microsip_log.txt', { signal })) {
 *   if (observation.type === 'chunk') console.log(observation.bytes.length);
 * }
 * ```
 */
export async function* followFile(
  path: string,
  options: FollowOptions,
): AsyncGenerator<FileObservation, void, void> {
  await using follower = new FileFollower(path, options);
  yield* follower.observe();
}

/** A file that another one took the place of, and which is read on for a while. */
interface ReplacedFile {
  readonly file: FollowedFile;
  readonly until: number;
}

class FileFollower implements AsyncDisposable {
  readonly #path: string;
  readonly #signal: AbortSignal;
  readonly #clock: FollowingClock;
  readonly #lingerMs: number;
  readonly #notices: ChangeNotices;
  readonly #buffer = readingBuffer();
  /** Where to begin in the first file. */
  #start: ((file: FollowedFile) => number) | undefined;
  #file: FollowedFile | undefined;
  #replaced: readonly ReplacedFile[] = [];
  /** The file before the present one. */
  #left: FollowedFile | undefined;
  #told: 'missing' | 'unreadable' | undefined;
  #looks = 0;
  #grew: number;

  constructor(
    path: string,
    { clock = processClock, lingerMs = 0, signal, start, watch = true }: FollowOptions,
  ) {
    this.#path = path;
    this.#signal = signal;
    this.#clock = clock;
    this.#lingerMs = lingerMs;
    this.#notices = new ChangeNotices(path, clock, process.platform, watch);
    this.#start = start ?? (() => 0);
    this.#grew = clock.now();
  }

  async *observe(): AsyncGenerator<FileObservation, void, void> {
    while (!this.#signal.aborted) {
      await this.#notices.arm();
      // The name first: what was written before it changed is then read before what came after.
      const there = this.#nameIsDue() ? await identityAt(this.#path) : this.#file?.identity;
      yield* this.#readReplaced();
      const rewritten = yield* this.#readCurrent();
      const opened = yield* this.#turnTo(there);
      if (!rewritten && !opened) await this.#notices.wait(this.#untilNextLook(), this.#signal);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#notices[Symbol.dispose]();
    await this.#file?.close();
    for (const { file } of this.#replaced) await file.close();
  }

  #nameIsDue(): boolean {
    const noticed = this.#notices.take();
    this.#looks++;
    if (this.#file === undefined || noticed === 'name') return true;
    return this.#notices.prompt ? noticed === undefined : this.#looks % looksBetweenNames === 0;
  }

  async *#readReplaced(): AsyncGenerator<FileObservation, void, void> {
    for (const old of this.#replaced) {
      const over = this.#clock.now() >= old.until;
      yield* this.#readOn(old.file);
      if (over) await this.#forget(old.file);
    }
  }

  /** Reads to the end, and says whether the file has to be read anew. */
  async *#readCurrent(): AsyncGenerator<FileObservation, boolean, void> {
    const file = this.#file;
    if (file === undefined) return false;
    const before = file.position;
    const outcome = yield* this.#readOn(file);
    if (file.position > before) this.#grew = this.#clock.now();
    if (outcome === undefined) return false;
    try {
      if (outcome instanceof Error) throw outcome;
      this.#file = await file.rewritten();
      yield { type: 'opened', file: this.#file, because: 'rewritten' };
      return true;
    } catch (error) {
      // A share that is gone, a disk that fails; it is opened again as soon as it can be.
      this.#file = undefined;
      this.#left = file;
      await file.close();
      yield* this.#news({ type: 'unreadable', error: asError(error) });
      return false;
    }
  }

  /** Says whether what was read before is gone, or why nothing can be read. */
  async *#readOn(file: FollowedFile): AsyncGenerator<FileObservation, 'rewritten' | Error | undefined, void> {
    while (!this.#signal.aborted) {
      const { position } = file;
      let bytes: Awaited<ReturnType<FollowedFile['next']>>;
      try {
        bytes = await file.next(this.#buffer);
      } catch (error) {
        return asError(error);
      }
      if (bytes === undefined || bytes === 'rewritten') return bytes;
      yield { type: 'chunk', file, position, bytes };
    }
    return undefined;
  }

  /** Leaves a file whose name leads elsewhere now, and opens what is there; says whether it did. */
  async *#turnTo(there: FileIdentity | Error | undefined): AsyncGenerator<FileObservation, boolean, void> {
    const gone = there === undefined || there instanceof Error;
    if (this.#file !== undefined && (gone || !isSameFile(there, this.#file.identity)))
      this.#leave(this.#file);
    if (!gone && this.#file !== undefined) return false;
    const opened = gone ? there : await this.#open();
    if (opened instanceof FollowedFile) {
      const returned = opened.position > 0 && this.#left !== undefined;
      const because = returned ? 'returned' : this.#left === undefined ? 'found' : 'replaced';
      if (returned && this.#left !== undefined) await this.#forget(this.#left);
      this.#file = opened;
      this.#told = undefined;
      yield { type: 'opened', file: opened, because };
      return true;
    }
    yield* this.#news(opened === undefined ? { type: 'missing' } : { type: 'unreadable', error: opened });
    return false;
  }

  #leave(file: FollowedFile): void {
    this.#left = file;
    this.#file = undefined;
    this.#replaced = [...this.#replaced, { file, until: this.#clock.now() + this.#lingerMs }];
    // The folder may be another one as well; a watcher of the old one would hear nothing and not know it.
    this.#notices.disarm();
  }

  async #forget(file: FollowedFile): Promise<void> {
    this.#replaced = this.#replaced.filter((old) => old.file !== file);
    await file.close();
  }

  /** Nothing when that was told already. */
  #news(state: FileObservation & { readonly type: 'missing' | 'unreadable' }): readonly FileObservation[] {
    const told = this.#told === state.type;
    this.#told = state.type;
    return told ? [] : [state];
  }

  /** The file that is there, at the place where reading goes on. */
  async #open(): Promise<FollowedFile | Error | undefined> {
    try {
      const file = await FollowedFile.of(await open(this.#path, 'r'));
      try {
        if (this.#start !== undefined) await file.startAt(this.#start(file));
        else if (this.#left !== undefined && isSameFile(this.#left.identity, file.identity)) {
          await file.resume(this.#left);
        }
        // Some files can be opened and not be read; they count as not opened.
        await file.read(file.position, 1);
      } catch (error) {
        await file.close();
        throw error;
      }
      this.#start = undefined;
      return file;
    } catch (error) {
      return absentOrUnreadable(error);
    }
  }

  #untilNextLook(): number {
    const lingers = this.#replaced.length > 0;
    if (this.#notices.prompt && !lingers) return precautionMs;
    if (this.#file === undefined && !lingers) return absenceMs;
    const idleMs = lingers ? 0 : this.#clock.now() - this.#grew;
    return lookIntervals.find(({ grewWithinMs }) => idleMs <= grewWithinMs)?.lookMs ?? precautionMs;
  }
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

function absentOrUnreadable(thrown: unknown): Error | undefined {
  const error = asError(thrown);
  return isSystemError(error, 'ENOENT', 'ENOTDIR') ? undefined : error;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

import { watch, type FSWatcher } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';

import type { FollowingClock } from './following-clock.ts';

/**
 * File systems whose changes are made elsewhere, so that this system hears of them late or never: NFS, SMB, CIFS, SMB2,
 * 9P (a Windows drive in WSL 2), FUSE, drvfs (WSL 1).
 */
const foreignFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x53464846,
]);

/** How long it is not tried again to watch a folder after it could not be. */
const retryMs = 1000;

/** What was noticed: the file's name came, went or changed its file; or the file was written. */
export type ChangeNotice = 'name' | 'content';

/**
 * Tells that something may have happened to a file, by watching its folder. Only Linux tells promptly of a file that
 * its writer keeps open: Windows updates the folder when the file is closed, and macOS gathers notices.
 */
export class ChangeNotices implements Disposable {
  readonly #path: string;
  readonly #clock: FollowingClock;
  readonly #platform: NodeJS.Platform;
  readonly #watches: boolean;
  #watcher: FSWatcher | undefined;
  #prompt = false;
  #retryAt = -Infinity;
  #noticed: ChangeNotice | undefined;
  #wake: (() => void) | undefined;

  /**
   * @param platform - where this runs
   * @param watches - whether the folder is watched; else time alone leads to another look
   */
  constructor(file: string, clock: FollowingClock, platform = process.platform, watches = true) {
    this.#path = file;
    this.#clock = clock;
    this.#platform = platform;
    this.#watches = watches;
  }

  /** Whether every change is noticed at once, so that looking again is only a precaution. */
  get prompt(): boolean {
    return this.#watcher !== undefined && this.#prompt;
  }

  /** Whether the folder is watched. */
  get watching(): boolean {
    return this.#watcher !== undefined;
  }

  /** Watches the folder, unless that is so already or cannot be. */
  async arm(): Promise<void> {
    if (!this.#watches || this.#watcher !== undefined || this.#clock.now() < this.#retryAt) return;
    const folder = path.dirname(this.#path);
    const name = path.basename(this.#path).toLowerCase();
    try {
      const { type } = await statfs(folder);
      const watcher = watch(folder, (event, changed) => {
        if (changed !== null && changed.toLowerCase() !== name) {
          // A folder that goes tells so by its own name, and its watcher hears nothing any more.
          if (event === 'rename' && changed === path.basename(folder)) this.disarm();
          else return;
        }
        this.#notice(event === 'rename' ? 'name' : 'content');
      });
      watcher.on('error', () => {
        this.disarm();
        this.#notice('name');
      });
      this.#watcher = watcher;
      this.#prompt = this.#platform === 'linux' && !foreignFileSystems.has(type >>> 0);
    } catch {
      // A folder that is not there, or a system out of watches: then looking again has to do.
      this.#retryAt = this.#clock.now() + retryMs;
    }
  }

  /** Stops watching; the folder may be another one now. */
  disarm(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  /** What was noticed since this was asked last. */
  take(): ChangeNotice | undefined {
    const noticed = this.#noticed;
    this.#noticed = undefined;
    return noticed;
  }

  /** Resolves when something is noticed that was not taken yet, when the time is up, or when the signal is aborted. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#noticed !== undefined || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        forgetTimer();
        signal.removeEventListener('abort', wake);
        this.#wake = undefined;
        resolve();
      };
      const forgetTimer = this.#clock.after(milliseconds, wake);
      signal.addEventListener('abort', wake);
      this.#wake = wake;
    });
  }

  [Symbol.dispose](): void {
    this.disarm();
  }

  #notice(notice: ChangeNotice): void {
    if (this.#noticed !== 'name') this.#noticed = notice;
    this.#wake?.();
  }
}

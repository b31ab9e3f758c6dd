import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { programOnPath } from '../system/program-on-path.ts';
import { runSystemProgram } from '../system/run-system-program.ts';
import { driveMounts, linuxPathByMounts, windowsPathByMounts, type DriveMount } from './drive-mounts.ts';

/** What tells where the files of the two systems are. */
export interface WslPathSources {
  /** The environment of this process; `PATH` leads to `wslpath`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The kernel's list of mounts. */
  readonly mountsFile: string;
}

/** This WSL. */
export function currentWslPathSources(): WslPathSources {
  return { env: process.env, mountsFile: '/proc/mounts' };
}

/**
 * How Windows and this WSL name each other's files. WSL's own `wslpath` is asked, which knows wherever the drives are
 * mounted; where it is missing, as in a container, what the kernel tells of its mounts has to do.
 *
 * Only full paths are asked for: none of them begins with a hyphen, and none depends on where this process stands.
 */
export class WslPaths {
  readonly #sources: WslPathSources;
  readonly #answers = new Map<string, Promise<string | undefined>>();
  #mounts: Promise<readonly DriveMount[]> | undefined;

  constructor(sources: WslPathSources = currentWslPathSources()) {
    this.#sources = sources;
  }

  /**
   * @param file - a full path, as Windows names it
   * @returns nothing for a path without a drive, or with one that is not mounted
   */
  async linuxPath(file: string, signal: AbortSignal): Promise<string | undefined> {
    if (path.posix.isAbsolute(file)) return path.posix.normalize(file);
    if (!/^(?:[a-z]:[\\/]|\\\\)/iu.test(file)) return undefined;
    const normal = fullWindowsPath(file);
    const { root } = path.win32.parse(normal);
    // All files of a drive lie below its root, so that one question answers many.
    const folder = await this.#asked('-u', root, signal, async () =>
      linuxPathByMounts(root, await this.#driveMounts()),
    );
    return folder && path.posix.join(folder, ...normal.slice(root.length).split('\\'));
  }

  /**
   * @param file - as Linux or as Windows names it
   * @returns a full path; nothing for a file of Linux that Windows cannot reach
   */
  async windowsPath(file: string, signal: AbortSignal): Promise<string | undefined> {
    if (/^(?:[a-z]:[\\/]|\\\\)/iu.test(file)) return fullWindowsPath(file);
    if (file === '') return undefined;
    const full = path.posix.resolve(file);
    return await this.#asked('-w', full, signal, async () =>
      windowsPathByMounts(full, await this.#driveMounts()),
    );
  }

  /** The drives of Windows that this WSL shows. */
  async drives(): Promise<readonly DriveMount[]> {
    return await this.#driveMounts();
  }

  async #asked(
    direction: '-u' | '-w',
    file: string,
    signal: AbortSignal,
    fallback: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const key = `${direction} ${file}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return await known;
    const answer = this.#ask(direction, file, signal, fallback);
    this.#answers.set(key, answer);
    // What was cut short says nothing to the next one who asks.
    answer.catch(() => this.#answers.delete(key));
    return await answer;
  }

  async #ask(
    direction: '-u' | '-w',
    file: string,
    signal: AbortSignal,
    fallback: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const program = programOnPath('wslpath', this.#sources.env);
    const output =
      program === undefined ? undefined : await runSystemProgram(program, [direction, file], signal);
    if (output === undefined) return await fallback();
    if (output.exitCode !== 0) return undefined;
    const text = new TextDecoder().decode(output.stdout).replace(/\n$/u, '');
    return text === '' ? undefined : text;
  }

  async #driveMounts(): Promise<readonly DriveMount[]> {
    this.#mounts ??= readFile(this.#sources.mountsFile, 'utf8').then(driveMounts, () => []);
    return await this.#mounts;
  }
}

/** A full path in the spelling that Windows itself uses: drives are capital letters. */
function fullWindowsPath(file: string): string {
  const normal = path.win32.normalize(file);
  return `${normal.charAt(0).toUpperCase()}${normal.slice(1)}`;
}

import path from 'node:path';

import type {
  ReachedWindows,
  RunningPhones,
  WindowsSurroundings,
} from '../discovery/windows-surroundings.ts';
import type { InstallationOptions } from '../installation-options.ts';
import type { LaunchTarget } from '../installation.ts';
import type { WindowsRegistry } from '../registry/windows-registry.ts';
import { WineRegistry } from '../registry/wine-registry.ts';
import { exists } from '../system/name-in-any-case.ts';
import { currentUser, type UserEnvironment } from '../system/user-directories.ts';
import { findPrefixes, ownPrefix, prefixAt, stepOf } from './find-prefixes.ts';
import { prefixAround } from './prefix-around.ts';
import { prefixEnvironment } from './prefix-environment.ts';
import { localPathIn, windowsPathIn } from './prefix-paths.ts';
import type { WinePrefix } from './wine-prefix.ts';

/**
 * The prefixes of Wine on this machine, each of which is a Windows of its own.
 *
 * A program that is named decides which one it is: by a path of this system within a prefix, or by being there in one;
 * any other program of this system runs in the prefix that Wine uses when nobody names one.
 */
export async function wineWindows(
  { executable }: Pick<InstallationOptions, 'executable'>,
  signal: AbortSignal,
  user: UserEnvironment = currentUser(),
): Promise<ReachedWindows> {
  signal.throwIfAborted();
  const within = executable === undefined ? undefined : prefixAround(path.posix.resolve(executable));
  if (within !== undefined) return reached([await prefixAt(within, user)], user);
  const { prefixes, steps } = await findPrefixes(user);
  if (executable === undefined) return { ...reached(prefixes, user), steps };
  if (!/^[a-z]:[\\/]/iu.test(executable)) return reached([ownPrefix(user)], user);
  const files = await Promise.all(prefixes.map(async ({ folder }) => await localPathIn(folder, executable)));
  const there = await Promise.all(files.map(async (file) => file !== undefined && (await exists(file))));
  const having = prefixes.filter((_prefix, index) => there[index]);
  return { ...reached(having.length > 0 ? having : [ownPrefix(user)], user), steps };
}

function reached(prefixes: readonly WinePrefix[], user: UserEnvironment): ReachedWindows {
  return {
    surroundings: prefixes.map((prefix) => new WindowsOfPrefix(prefix, user)),
    steps: prefixes.map(stepOf),
  };
}

class WindowsOfPrefix implements WindowsSurroundings {
  readonly backend = 'wine';
  readonly name: string;
  readonly registry: WindowsRegistry;
  readonly runningPhones: RunningPhones;
  readonly #prefix: WinePrefix;
  readonly #user: UserEnvironment;

  constructor(prefix: WinePrefix, user: UserEnvironment) {
    this.name = prefix.folder;
    this.registry = new WineRegistry(prefix.folder);
    this.#prefix = prefix;
    this.#user = user;
    this.runningPhones = {
      isCheap: user.platform === 'linux',
      find: async (signal) => {
        const { wineProcesses } = await import('../processes/wine-processes.ts');
        const found = await wineProcesses({ executable: 'microsip.exe', prefix: prefix.folder }, signal);
        return found === 'unknown' ? 'unknown' : found.flatMap((process) => process.executable ?? []);
      },
    };
  }

  async environment(signal: AbortSignal): Promise<Readonly<Record<string, string | undefined>>> {
    return await prefixEnvironment(this.name, this.registry, this.#user, signal);
  }

  async localPath(file: string): Promise<string | undefined> {
    return await localPathIn(this.name, file);
  }

  async windowsPath(file: string): Promise<string | undefined> {
    return await windowsPathIn(this.name, file);
  }

  /** Wine quotes its arguments on the way by the rules of Microsoft's C runtime, so that one stays one. */
  launchTarget(executable: string, local: string): LaunchTarget {
    const { environment, file, leadingArguments } = this.#prefix.start;
    return {
      file,
      program: local,
      leadingArguments: [...leadingArguments, executable],
      environment,
      workingDirectory: path.posix.dirname(local),
    };
  }
}

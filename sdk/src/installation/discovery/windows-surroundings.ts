import type { Backend, LaunchTarget } from '../installation.ts';
import type { WindowsRegistry } from '../registry/windows-registry.ts';
import type { KnownFolder } from '../windows-native/native-windows.ts';
import type { DiscoveryStep } from './discovery-step.ts';

/**
 * One Windows as the search for MicroSIP sees it: this machine's own, the one around this WSL, or a prefix of Wine. The
 * search is the same on all of them; only what stands here differs.
 */
export interface WindowsSurroundings {
  readonly backend: Exclude<Backend, 'simulator'>;
  /** Which Windows it is, where this machine can reach several: the folder of a prefix of Wine. */
  readonly name?: string;
  readonly registry: WindowsRegistry;
  /** The environment variables of this Windows, with `PATH` and `ProgramFiles` among them; names in any case. */
  environment(signal: AbortSignal): Promise<Readonly<Record<string, string | undefined>>>;
  /** Where a folder of the user is; left out where only the registry tells. */
  knownFolder?(folder: KnownFolder): string | undefined;
  /**
   * Where a file of this Windows lies, seen from this process; it need not be there.
   *
   * @param file - a full path, as Windows names it
   * @returns nothing where that cannot be told
   */
  localPath(file: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * How this Windows names a file.
   *
   * @param file - as this process names it, or as Windows does; a relative path counts from where this process stands
   * @returns a full path; nothing where this Windows does not see the file
   */
  windowsPath(file: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * The folder in which programs keep data of the user of this Windows, seen from this process; left out where that is
   * the user of this process.
   */
  localAppData?(signal: AbortSignal): Promise<string | undefined>;
  /** The programs of the phones that run, as Windows names them, where that can be found out. */
  runningPhones: RunningPhones;
  /**
   * What is started to start a program.
   *
   * @param executable - a full path, as Windows names it
   * @param local - the same, seen from this process
   */
  launchTarget(executable: string, local: string): LaunchTarget;
}

/** A look at which phones run. */
export interface RunningPhones {
  /** Whether a look costs so little that it is taken in every search; others are taken where the answer decides something. */
  readonly isCheap: boolean;
  /** @returns full paths of programs, as Windows names them */
  find(signal: AbortSignal): Promise<readonly string[] | 'unknown'>;
}

/** The Windows that a backend can reach from here. */
export interface ReachedWindows {
  /** The likeliest first; empty when there is none. */
  readonly surroundings: readonly WindowsSurroundings[];
  /** What was looked at to find them, where that can go wrong: interop, prefixes. */
  readonly steps: readonly DiscoveryStep[];
}

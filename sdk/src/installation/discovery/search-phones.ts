import path from 'node:path';

import { checkExecutable } from './given-executable.ts';
import type { InstallationOptions } from '../installation-options.ts';
import type { Backend } from '../installation.ts';
import { prefixAround } from '../wine/prefix-around.ts';
import { wslVersion } from '../wsl/wsl-version.ts';
import type { LocatedPhones } from './located-phone.ts';
import type { ReachedWindows } from './windows-surroundings.ts';
import { WindowsSearch } from './windows-search.ts';

/** Which phones are searched for. */
export type Question = Pick<InstallationOptions, 'executable'> & {
  readonly backend: Exclude<Backend, 'simulator'>;
};

/** Each is loaded when it is asked for. */
const reach: Record<
  Question['backend'],
  (question: Question, signal: AbortSignal) => Promise<ReachedWindows>
> = {
  windows: async () => (await import('./this-windows.ts')).thisWindows(),
  wsl: async (_question, signal) => (await import('../wsl/wsl-windows.ts')).wslWindows(signal),
  wine: async (question, signal) => (await import('../wine/wine-windows.ts')).wineWindows(question, signal),
};

/**
 * The backends that this machine can have, in the order in which they are tried. In WSL, too, a program in a prefix of
 * Wine is Wine's, though Windows could see it.
 */
export function backendsHere(executable = ''): readonly Question['backend'][] {
  if (process.platform === 'win32') return ['windows'];
  if (wslVersion() === undefined) return ['wine'];
  return prefixAround(path.posix.resolve(executable)) === undefined ? ['wsl', 'wine'] : ['wine', 'wsl'];
}

/**
 * Searches every Windows that one backend reaches, or looks at the program that was named.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for a name that is none of a program
 */
export async function searchPhones(question: Question, signal: AbortSignal): Promise<LocatedPhones> {
  const { executable } = question;
  if (executable !== undefined) checkExecutable(executable);
  const { surroundings, steps } = await reach[question.backend](question, signal);
  const searches = surroundings.map((windows) => new WindowsSearch(windows, signal));
  const located =
    executable === undefined
      ? await Promise.all(searches.map((search) => search.everywhere()))
      : await firstNamed(searches, executable);
  return {
    phones: located.flatMap(({ phones }) => phones),
    steps: [...steps, ...located.flatMap((found) => found.steps)],
  };
}

/** The first Windows that the program is on; else the first that could see it. */
async function firstNamed(
  searches: readonly WindowsSearch[],
  executable: string,
): Promise<readonly LocatedPhones[]> {
  const seen: LocatedPhones[] = [];
  for (const search of searches) {
    const named = await search.named(executable);
    if (named.phones.some(({ file }) => file !== undefined)) return [named];
    seen.push(named);
  }
  const first = seen.find(({ phones }) => phones.length > 0);
  return first === undefined ? seen : [first];
}

import path from 'node:path';

import type { DiscoveryStep } from '../discovery/discovery-step.ts';
import { exists } from '../system/name-in-any-case.ts';
import { realFolder } from '../system/real-folder.ts';
import type { UserEnvironment } from '../system/user-directories.ts';
import { bottlesPrefixes } from './keepers/bottles.ts';
import { crossOverPrefix, crossOverPrefixes } from './keepers/crossover.ts';
import { lutrisPrefixes } from './keepers/lutris.ts';
import { startByWine, type WinePrefix } from './wine-prefix.ts';
import { systemWine } from './wine-program.ts';

/** The prefixes of a user, and how they were found. */
export interface FoundPrefixes {
  /** Each once: what `WINEPREFIX` names, Wine's own, then those that people manage with other programs. */
  readonly prefixes: readonly WinePrefix[];
  readonly steps: readonly DiscoveryStep[];
}

/** Looks for the prefixes of a user. */
export async function findPrefixes(user: UserEnvironment): Promise<FoundPrefixes> {
  const told = user.env['WINEPREFIX'];
  const listed = await Promise.all([bottlesPrefixes(user), crossOverPrefixes(user), lutrisPrefixes(user)]);
  const managed = await eachOnce(listed.flat());
  // What manages a prefix knows best how programs are started in it.
  const own = [defaultPrefix(user), ...(told ? [path.posix.join(user.home, '.wine')] : [])];
  const isOwn = ({ folder }: WinePrefix): boolean => own.includes(folder);
  const wines = own.map(
    (folder) => managed.find((prefix) => prefix.folder === folder) ?? plainPrefix(folder, user),
  );
  const ordered = await eachOnce([...wines, ...managed.filter((prefix) => !isOwn(prefix))]);
  const there = await Promise.all(ordered.map(async ({ folder }) => await isPrefix(folder)));
  const prefixes = ordered.filter((_prefix, index) => there[index]);
  const missing = ordered.filter((_prefix, index) => !there[index]);
  return {
    prefixes,
    steps: [
      ...prefixes.map(stepOf),
      ...missing.map((prefix) => ({ ...stepOf(prefix), remark: 'no prefix of Wine is there' })),
    ],
  };
}

/** The prefix a program lies in, by the program's own path: whoever manages it, and wherever it is. */
export async function prefixAt(folder: string, user: UserEnvironment): Promise<WinePrefix> {
  const real = await realFolder(folder);
  const { prefixes } = await findPrefixes(user);
  for (const prefix of prefixes) {
    if ((await realFolder(prefix.folder)) === real) return prefix;
  }
  return (await crossOverPrefix(folder, user)) ?? plainPrefix(folder, user);
}

/** The prefix that Wine uses when nobody names one; it makes it when it is not there. */
export function ownPrefix(user: UserEnvironment): WinePrefix {
  return plainPrefix(defaultPrefix(user), user);
}

/** What is said about a prefix. */
export function stepOf({ folder, keeper, remark, start }: WinePrefix): DiscoveryStep {
  const how = keeper === 'wine' ? '' : ` (${keeperNames[keeper]})`;
  const started = [start.file, ...start.leadingArguments].join(' ');
  return {
    place: 'wine-prefix',
    looked: `${folder}${how}`,
    named: [],
    remark: remark ?? `programs are started by ${started}`,
  };
}

const keeperNames = { bottles: 'Bottles', crossover: 'CrossOver', lutris: 'Lutris' } as const;

function plainPrefix(folder: string, user: UserEnvironment): WinePrefix {
  return { folder, keeper: 'wine', start: startByWine(systemWine(user), folder) };
}

/** Wine refuses a relative `WINEPREFIX`; as it is no folder it finds, it is shown as missing. */
function defaultPrefix({ env, home }: UserEnvironment): string {
  const told = env['WINEPREFIX'];
  return told ? path.posix.normalize(told).replace(/(?<=.)\/$/u, '') : path.posix.join(home, '.wine');
}

async function isPrefix(folder: string): Promise<boolean> {
  return path.posix.isAbsolute(folder) && (await exists(path.posix.join(folder, 'drive_c')));
}

async function eachOnce(prefixes: readonly WinePrefix[]): Promise<readonly WinePrefix[]> {
  const folders = await Promise.all(prefixes.map(async ({ folder }) => await realFolder(folder)));
  return prefixes.filter((_prefix, index) => folders.indexOf(folders[index] ?? '') === index);
}

import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { localDataDirectory, type UserEnvironment } from '../../system/user-directories.ts';
import { startByWine, startInFlatpak, type WinePrefix, type WineStart } from '../wine-prefix.ts';
import { systemWine } from '../wine-program.ts';
import { readYaml } from './read-yaml.ts';
import { runnerProgram } from './runner.ts';

const application = 'com.usebottles.bottles';

/** Where Bottles keeps its things, as installed by the system or as a Flatpak. */
interface BottlesHome {
  readonly folder: string;
  readonly isFlatpak: boolean;
}

/** The prefixes that Bottles manages. */
export async function bottlesPrefixes(user: UserEnvironment): Promise<readonly WinePrefix[]> {
  const homes: readonly BottlesHome[] = [
    { folder: path.posix.join(localDataDirectory(user), 'bottles'), isFlatpak: false },
    { folder: path.posix.join(user.home, '.var/app', application, 'data/bottles'), isFlatpak: true },
  ];
  const found = await Promise.all(homes.map(async (home) => await prefixesOf(home, user)));
  return found.flat();
}

async function prefixesOf(home: BottlesHome, user: UserEnvironment): Promise<readonly WinePrefix[]> {
  const data = await readYaml(path.posix.join(home.folder, 'data.yml'), 'bottlesData');
  const parents = [path.posix.join(home.folder, 'bottles'), ...given(data?.custom_bottles_path)];
  const bottles = await Promise.all(
    parents.map(async (parent) => {
      const names = await readdir(parent).catch(() => []);
      return names.toSorted().map((name) => path.posix.join(parent, name));
    }),
  );
  const found = await Promise.all(bottles.flat().map(async (folder) => await prefixAt(folder, home, user)));
  return found.filter((prefix) => prefix !== undefined);
}

function given(folder: string | null | undefined): readonly string[] {
  return typeof folder === 'string' && path.posix.isAbsolute(folder) ? [folder] : [];
}

async function prefixAt(
  listed: string,
  home: BottlesHome,
  user: UserEnvironment,
): Promise<WinePrefix | undefined> {
  // A bottle that lies elsewhere has a note of where in its place.
  const elsewhere = await readYaml(path.posix.join(listed, 'placeholder.yml'), 'bottlePlaceholder');
  const folder = elsewhere?.Path ?? listed;
  const bottle = await readYaml(path.posix.join(folder, 'bottle.yml'), 'bottle');
  if (bottle === undefined) return undefined;
  const runner = bottle.Runner ?? '';
  const isSystemWine = runner === '' || runner.startsWith('sys-');
  const wine = isSystemWine ? undefined : runnerProgram(path.posix.join(home.folder, 'runners', runner));
  const start = (program: string): WineStart =>
    home.isFlatpak ? startInFlatpak(application, program, folder) : startByWine(program, folder);
  return {
    folder,
    keeper: 'bottles',
    start: start(wine ?? (home.isFlatpak ? 'wine' : systemWine(user))),
    ...(wine === undefined && !isSystemWine && { remark: `its runner ${runner} is not installed` }),
  };
}

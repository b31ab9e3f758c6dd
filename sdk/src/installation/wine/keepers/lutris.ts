import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { localDataDirectory, type UserEnvironment } from '../../system/user-directories.ts';
import { prefixAround } from '../prefix-around.ts';
import { startByWine, startInFlatpak, type WinePrefix } from '../wine-prefix.ts';
import { systemWine } from '../wine-program.ts';
import type { KeeperFile } from './keeper-files.ts';
import { readYaml } from './read-yaml.ts';
import { runnerProgram } from './runner.ts';

const application = 'net.lutris.Lutris';

/** Where Lutris keeps its things, as installed by the system or as a Flatpak. */
interface LutrisHome {
  readonly data: string;
  readonly configuration: string;
  readonly isFlatpak: boolean;
}

/** What Lutris calls the builds of Wine that it does not keep itself. */
const systemBuilds: Readonly<Record<string, string>> = {
  'winehq-devel': '/opt/wine-devel/bin/wine',
  'winehq-staging': '/opt/wine-staging/bin/wine',
  'wine-development': '/usr/lib/wine-development/wine',
};

/** The prefixes of the programs that Lutris manages. */
export async function lutrisPrefixes(user: UserEnvironment): Promise<readonly WinePrefix[]> {
  const flatpak = path.posix.join(user.home, '.var/app', application);
  const homes: readonly LutrisHome[] = [
    {
      data: path.posix.join(localDataDirectory(user), 'lutris'),
      configuration: path.posix.join(configurationDirectory(user), 'lutris'),
      isFlatpak: false,
    },
    {
      data: path.posix.join(flatpak, 'data/lutris'),
      configuration: path.posix.join(flatpak, 'config/lutris'),
      isFlatpak: true,
    },
  ];
  const found = await Promise.all(homes.map(async (home) => await prefixesOf(home, user)));
  return found.flat();
}

/** Lutris keeps what it knows of a program with its data, older versions with their configuration. */
async function prefixesOf(home: LutrisHome, user: UserEnvironment): Promise<readonly WinePrefix[]> {
  const files = await Promise.all(
    [home.data, home.configuration].map(async (parent) => {
      const names = await readdir(path.posix.join(parent, 'games')).catch(() => []);
      return names
        .filter((name) => name.endsWith('.yml'))
        .toSorted()
        .map((name) => path.posix.join(parent, 'games', name));
    }),
  );
  const found = await Promise.all(
    files.flat().map(async (file) => {
      const program = await readYaml(file, 'lutrisGame');
      return program === undefined ? undefined : await prefixOf(program, home, user);
    }),
  );
  return found.filter((prefix) => prefix !== undefined);
}

async function prefixOf(
  { game, wine }: KeeperFile<'lutrisGame'>,
  home: LutrisHome,
  user: UserEnvironment,
): Promise<WinePrefix | undefined> {
  const written = game.prefix ?? prefixAround(game.exe ?? '');
  const folder = written?.replace(/^~(?=\/|$)/u, user.home);
  if (folder === undefined || !path.posix.isAbsolute(folder)) return undefined;
  const chosen = wine?.version ?? (await defaultVersion(home)) ?? 'system';
  const program = chosen === 'system' ? systemWine(user) : buildOf(chosen, home, wine?.custom_wine_path);
  const file = program ?? systemWine(user);
  return {
    folder,
    keeper: 'lutris',
    start: home.isFlatpak ? startInFlatpak(application, file, folder) : startByWine(file, folder),
    ...(program === undefined && { remark: `its Wine ${chosen} is not installed` }),
  };
}

async function defaultVersion(home: LutrisHome): Promise<string | undefined> {
  for (const parent of [home.data, home.configuration]) {
    const runner = await readYaml(path.posix.join(parent, 'runners/wine.yml'), 'lutrisRunner');
    if (runner?.wine?.version) return runner.wine.version;
  }
  return undefined;
}

function buildOf(
  version: string,
  home: LutrisHome,
  customPath: string | null | undefined,
): string | undefined {
  if (version === 'custom') return customPath ?? undefined;
  return systemBuilds[version] ?? runnerProgram(path.posix.join(home.data, 'runners/wine', version));
}

function configurationDirectory({ env, home }: UserEnvironment): string {
  const given = env['XDG_CONFIG_HOME'];
  return given !== undefined && path.posix.isAbsolute(given) ? given : path.posix.join(home, '.config');
}

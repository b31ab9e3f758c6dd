import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { exists } from '../../system/name-in-any-case.ts';
import { isExecutable } from '../../system/program-on-path.ts';
import type { UserEnvironment } from '../../system/user-directories.ts';
import type { WinePrefix, WineStart } from '../wine-prefix.ts';

/** The bottles that CrossOver manages; `CX_BOTTLE_PATH` says where they are, where that was changed. */
export async function crossOverPrefixes(user: UserEnvironment): Promise<readonly WinePrefix[]> {
  const parents = user.env['CX_BOTTLE_PATH']?.split(':').filter((parent) => parent !== '') ?? [
    bottlesFolder(user),
  ];
  const found = await Promise.all(
    parents.map(async (parent) => {
      const names = (await readdir(parent).catch(() => [])).toSorted();
      return await Promise.all(
        names.map(async (name) => await crossOverPrefix(path.posix.join(parent, name), user)),
      );
    }),
  );
  return found.flat().filter((prefix) => prefix !== undefined);
}

/** A folder as a bottle of CrossOver, if it is one. */
export async function crossOverPrefix(
  folder: string,
  user: UserEnvironment,
): Promise<WinePrefix | undefined> {
  if (!(await exists(path.posix.join(folder, 'cxbottle.conf')))) return undefined;
  const wine = roots(user)
    .map((root) => path.posix.join(root, 'bin/wine'))
    .find(isExecutable);
  return {
    folder,
    keeper: 'crossover',
    start: startOf(folder, wine, user),
    ...(wine === undefined && { remark: 'CrossOver itself was not found' }),
  };
}

function startOf(folder: string, wine: string | undefined, user: UserEnvironment): WineStart {
  const parent = path.posix.dirname(folder);
  const isKnown = parent === bottlesFolder(user);
  return {
    file: wine ?? '/opt/cxoffice/bin/wine',
    leadingArguments: ['--bottle', path.posix.basename(folder)],
    environment: isKnown ? {} : { CX_BOTTLE_PATH: parent },
  };
}

function bottlesFolder({ home, platform }: UserEnvironment): string {
  return platform === 'darwin'
    ? path.posix.join(home, 'Library/Application Support/CrossOver/Bottles')
    : path.posix.join(home, '.cxoffice');
}

function roots({ env, home, platform }: UserEnvironment): readonly string[] {
  const told = env['CX_ROOT'] === undefined ? [] : [env['CX_ROOT']];
  if (platform !== 'darwin') return [...told, '/opt/cxoffice', path.posix.join(home, 'cxoffice')];
  const inApplication = 'Applications/CrossOver.app/Contents/SharedSupport/CrossOver';
  return [...told, `/${inApplication}`, path.posix.join(home, inApplication)];
}

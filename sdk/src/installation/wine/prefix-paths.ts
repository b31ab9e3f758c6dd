import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { nameInAnyCase } from '../system/name-in-any-case.ts';
import { prefixDrives } from './prefix-drives.ts';

/**
 * Where a file of a prefix lies. Wine takes names in any case, Linux does not.
 *
 * @param prefix - its folder
 * @param file - a full path, as Windows names it; one of this system stays as it is
 * @returns nothing for a path without a drive, and for a drive that the prefix does not have
 */
export async function localPathIn(prefix: string, file: string): Promise<string | undefined> {
  if (file.startsWith('/')) return path.posix.normalize(file);
  const [, unixPath] = /^\\\\\?\\unix(\\.*)$/isu.exec(file) ?? [];
  if (unixPath !== undefined) return path.posix.normalize(unixPath.replaceAll('\\', '/'));
  const [, drive, rest] = /^(?:\\\\\?\\)?([a-z]):[\\/](.*)$/isu.exec(file) ?? [];
  if (drive === undefined || rest === undefined) return undefined;
  const folder = (await prefixDrives(prefix)).get(drive.toLowerCase());
  if (folder === undefined) return undefined;
  const names = path.win32.normalize(`\\${rest}`).split('\\');
  return await nameInAnyCase(
    folder,
    names.filter((name) => name !== ''),
  );
}

/**
 * How a prefix names a file: on the drive whose folder is nearest above it, as Wine does.
 *
 * @param prefix - its folder
 * @param file - as this system or as Windows names it
 * @returns a full path; nothing for a file on no drive of the prefix
 */
export async function windowsPathIn(prefix: string, file: string): Promise<string | undefined> {
  if (/^[a-z]:[\\/]/iu.test(file)) return withCapitalDrive(path.win32.normalize(file));
  // In a name of Linux a backslash is a letter like any other, for which Windows has no other.
  if (file.includes('\\') || file === '') return undefined;
  const written = path.posix.resolve(file);
  const spellings = [written, await realPathOf(written)];
  let best: { readonly drive: string; readonly folder: string; readonly below: string } | undefined;
  for (const [drive, folder] of await prefixDrives(prefix)) {
    for (const spelling of spellings) {
      const below = path.posix.relative(folder, spelling);
      if (below === '..' || below.startsWith('../')) continue;
      if (best === undefined || folder.length > best.folder.length) best = { drive, folder, below };
    }
  }
  return best && `${best.drive.toUpperCase()}:\\${best.below.replaceAll('/', '\\')}`;
}

function withCapitalDrive(file: string): string {
  return `${file.charAt(0).toUpperCase()}${file.slice(1)}`;
}

/** The path without links; of a file that is not there, as far as its folders are. */
export async function realPathOf(file: string): Promise<string> {
  let known = file;
  for (;;) {
    const real = await realpath(known).catch(() => undefined);
    if (real !== undefined) return path.posix.join(real, path.posix.relative(known, file));
    known = path.posix.dirname(known);
  }
}

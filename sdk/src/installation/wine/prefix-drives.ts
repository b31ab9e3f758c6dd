import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** The drives of a prefix: each letter, small, with the folder that it is. */
export type PrefixDrives = ReadonlyMap<string, string>;

/**
 * The drives of a prefix are the links in its folder `dosdevices`. One that Wine has not made yet gets `C:` and, for all
 * of the file system, `Z:`.
 */
export async function prefixDrives(prefix: string): Promise<PrefixDrives> {
  const devices = path.posix.join(prefix, 'dosdevices');
  const names = await readdir(devices).catch(() => undefined);
  if (names === undefined) {
    return new Map([
      ['c', path.posix.join(prefix, 'drive_c')],
      ['z', '/'],
    ]);
  }
  const drives = names.flatMap((name) => /^([a-z]):$/u.exec(name)?.[1] ?? []);
  const folders = await Promise.all(
    // A drive whose folder is gone, such as that of a stick, is no drive now.
    drives.map(
      async (drive) =>
        [drive, await realpath(path.posix.join(devices, `${drive}:`)).catch(() => undefined)] as const,
    ),
  );
  return new Map(folders.flatMap(([drive, folder]) => (folder === undefined ? [] : [[drive, folder]])));
}

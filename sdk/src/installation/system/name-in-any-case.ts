import { access, readdir } from 'node:fs/promises';
import path from 'node:path';

import { sameName } from '../registry/key-names.ts';

/**
 * A file whose names may be written in any case, as Windows programs write them; a name that is there as it is written
 * comes first. From the first name on that is not there at all, names stay as they are written.
 *
 * @param folder - a full path of this system
 * @param names - what lies below, one in the other
 */
export async function nameInAnyCase(folder: string, names: readonly string[]): Promise<string> {
  const written = path.posix.join(folder, ...names);
  if (await exists(written)) return written;
  let found = folder;
  for (const [index, name] of names.entries()) {
    const exact = path.posix.join(found, name);
    const next = (await exists(exact)) ? exact : await otherSpelling(found, name);
    if (next === undefined) return path.posix.join(found, ...names.slice(index));
    found = next;
  }
  return found;
}

/** Whether there is something under a path, whatever it is. */
export async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}

async function otherSpelling(folder: string, name: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const other = names.find((each) => sameName(each, name));
  return other === undefined ? undefined : path.posix.join(folder, other);
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { referencePages } from './reference-pages.mts';

/** Writes the pages that are made from the data into an otherwise empty folder. */
export async function writeReference(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await Promise.all(
    Object.entries(referencePages()).map(async ([name, content]) => {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }),
  );
}

import { realpath } from 'node:fs/promises';

/** A folder without links in its path; one that is not there stays as it is written. */
export async function realFolder(folder: string): Promise<string> {
  return await realpath(folder).catch(() => folder);
}

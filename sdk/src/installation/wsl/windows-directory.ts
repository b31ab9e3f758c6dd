import path from 'node:path';

import { exists, nameInAnyCase } from '../system/name-in-any-case.ts';
import type { WslPaths } from './wsl-paths.ts';

/**
 * The directory of Windows, as Linux sees it: the one whose `System32` WSL has put on the `PATH`; where it does not
 * (`appendWindowsPath=false`), the one on a drive that has it. `C:` is not taken for granted.
 *
 * @returns nothing where no drive shows one
 */
export async function windowsDirectory(
  paths: WslPaths,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const onPath = (env['PATH'] ?? '')
    .split(':')
    .filter((folder) => path.posix.isAbsolute(folder) && /^system32\/?$/iu.test(path.posix.basename(folder)))
    .map((folder) => path.posix.dirname(folder));
  const usual = await paths.linuxPath('C:\\Windows', signal);
  const drives = (await paths.drives()).map(({ linux }) => path.posix.join(linux, 'Windows'));
  const candidates = [...onPath, ...(usual === undefined ? [] : [usual]), ...drives];
  for (const candidate of candidates) {
    const folder = await nameInAnyCase('/', candidate.split('/').filter(Boolean));
    if (await exists(await nameInAnyCase(folder, ['System32', 'reg.exe']))) return folder;
  }
  return undefined;
}

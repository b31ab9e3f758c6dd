import path from 'node:path';

import type { WindowsSurroundings } from '../discovery/windows-surroundings.ts';
import { expandVariables } from '../registry/expand-variables.ts';
import { textAt } from '../registry/registry-lookup.ts';
import type { RegistryPath } from '../registry/windows-registry.ts';
import { exists } from '../system/name-in-any-case.ts';

/** Where the installer of Node.js notes its folder: for a user, or for everybody, in either view. */
const installKeys: readonly RegistryPath[] = [
  { root: 'HKCU', path: 'Software\\Node.js', view: 64 },
  { root: 'HKLM', path: 'Software\\Node.js', view: 64 },
  { root: 'HKLM', path: 'Software\\Node.js', view: 32 },
];

/**
 * The Node.js of a Windows: the one on its `PATH`, else the installed one.
 *
 * @returns its full path, as Windows names it; nothing where there is none
 */
export async function windowsNode(
  windows: WindowsSurroundings,
  signal: AbortSignal,
): Promise<string | undefined> {
  const environment = await windows.environment(signal);
  const onPath = (environment['PATH'] ?? '')
    .split(';')
    .map((folder) => expandVariables(folder.trim().replace(/^"(.*)"$/u, '$1'), environment))
    .filter((folder) => /^[a-z]:\\/iu.test(folder));
  const found = await firstThere(onPath, windows, signal);
  if (found !== undefined) return found;
  const keys = await Promise.all(installKeys.map(async (key) => await windows.registry.read(key, signal)));
  return await firstThere(
    keys.flatMap((key) => textAt(key, 'InstallPath') ?? []),
    windows,
    signal,
  );
}

async function firstThere(
  folders: readonly string[],
  windows: WindowsSurroundings,
  signal: AbortSignal,
): Promise<string | undefined> {
  const programs = [...new Set(folders)].map((folder) => path.win32.join(folder, 'node.exe'));
  const there = await Promise.all(
    programs.map(async (program) => {
      const local = await windows.localPath(program, signal);
      return local !== undefined && (await exists(local));
    }),
  );
  return programs.find((_program, index) => there[index]);
}

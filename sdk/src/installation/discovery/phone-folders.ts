import path from 'node:path';

import { valueOf } from '../registry/registry-lookup.ts';
import type { KnownFolder } from '../windows-native/native-windows.ts';
import { readRegistryKey } from './read-registry-key.ts';
import { pathIn, pathOfText, type Environment } from './registry-path.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/** Where a phone keeps its files, seen from this process. */
export interface PhoneFolders {
  /** Whether beside its program, as a MicroSIP does that is not installed (facts D.1). */
  readonly portable: boolean;
  /** Nothing where Windows does not say, or where it is out of reach from here. */
  readonly dataDirectory: string | undefined;
  readonly logDirectory: string | undefined;
}

/** The folders of an installed MicroSIP, seen from this process: `%APPDATA%\MicroSIP` and `%LOCALAPPDATA%\MicroSIP` (facts D.1). */
export type InstalledFolders = Pick<PhoneFolders, 'dataDirectory' | 'logDirectory'>;

/**
 * Whether a program takes itself for the installed MicroSIP.
 *
 * @param executable - its full path, as Windows names it
 * @param installedFolder - the folder in MicroSIP's key of the registry
 */
export function isInstalled(executable: string, installedFolder: string | undefined): boolean {
  return installedFolder?.toLowerCase() === path.win32.dirname(executable).toLowerCase();
}

/** How Windows' registry and its environment name the folders that it lets people move. */
const names: Record<Exclude<KnownFolder, 'desktop'>, { value: string; usual: string }> = {
  'roaming-app-data': { value: 'AppData', usual: '%APPDATA%' },
  'local-app-data': { value: 'Local AppData', usual: '%LOCALAPPDATA%' },
};

const shellFoldersKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';

/** Finds the folders of an installed MicroSIP. */
export async function installedFolders(
  surroundings: WindowsSurroundings,
  environment: Environment,
  signal: AbortSignal,
): Promise<InstalledFolders> {
  const [dataDirectory, logDirectory] = await Promise.all(
    (['roaming-app-data', 'local-app-data'] as const).map(async (folder) => {
      const appData =
        surroundings.knownFolder?.(folder) ??
        (await folderInRegistry(surroundings, names[folder].value, environment, signal)) ??
        pathOfText(names[folder].usual, environment).path;
      if (appData === undefined) return undefined;
      return await surroundings.localPath(path.win32.join(appData, 'MicroSIP'), signal);
    }),
  );
  return { dataDirectory, logDirectory };
}

async function folderInRegistry(
  { registry }: WindowsSurroundings,
  value: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { key } = await readRegistryKey(registry, { root: 'HKCU', path: shellFoldersKey }, signal);
  return key === undefined ? undefined : pathIn(valueOf(key, value), environment).path;
}

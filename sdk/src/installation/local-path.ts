import path from 'node:path';

import type { Installation } from './installation.ts';

/**
 * Where a file that the phone names lies, seen from here.
 *
 * @param installation - the phone
 * @param file - a full path, as the phone names it
 * @returns nothing where that cannot be told, such as for a name without a path
 */
export async function localPath(
  { backend, prefix }: Pick<Installation, 'backend' | 'prefix'>,
  file: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  switch (backend) {
    case 'windows':
      return path.win32.isAbsolute(file) ? file : undefined;
    case 'simulator':
      return path.isAbsolute(file) ? file : undefined;
    case 'wsl': {
      const { WslPaths } = await import('./wsl/wsl-paths.ts');
      return await new WslPaths().linuxPath(file, signal);
    }
    case 'wine': {
      if (prefix === undefined) return undefined;
      const { localPathIn } = await import('./wine/prefix-paths.ts');
      return await localPathIn(prefix, file);
    }
  }
}

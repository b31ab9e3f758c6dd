import { realpathSync } from 'node:fs';
import path from 'node:path';

import type { Installation } from '../../installation/installation.ts';
import { phoneFiles } from '../../installation/phone-files.ts';
import {
  currentUser,
  localDataDirectory,
  type UserEnvironment,
} from '../../installation/system/user-directories.ts';

/** The name of the hook program, as it is installed. */
export const programName = 'hook.cjs';

/**
 * The private folder of a phone's hook program, its journal and what the user had there before. It is a folder of the
 * user on this machine, or of the one on Windows behind WSL, and there is one for each ini.
 *
 * @example
 * ```ts
 * hookFolder(installation); // C:\Users\me\AppData\Local\microsip-devkit\hooks\1f0c…
 * ```
 */
export function hookFolder(installation: Installation, user: UserEnvironment = currentUser()): string {
  const settings = canonical(phoneFiles(installation).settings, user.platform);
  // Loaded with the first use: it takes longer to load than the rest of the SDK.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const id = createHash('sha256').update(settings).digest('hex').slice(0, 16);
  const parent = installation.localAppData ?? localDataDirectory(user);
  return path.join(parent, 'microsip-devkit', 'hooks', id);
}

/** The phone whose hook program a value of a hook names, whatever else is in it. */
export function phoneIdIn(value: string): string | undefined {
  return /microsip-devkit[\\/]hooks[\\/]([0-9a-f]{16})(?![0-9a-f])/iu.exec(value)?.[1]?.toLowerCase();
}

/** Two spellings of one file are one file. */
function canonical(file: string, platform: NodeJS.Platform): string {
  let known = path.resolve(file);
  for (;;) {
    try {
      known = path.join(realpathSync.native(known), path.relative(known, path.resolve(file)));
      break;
    } catch (error) {
      // The ini comes into being with the phone's first start, its folder may as well.
      const parent = path.dirname(known);
      if (parent === known) throw error;
      known = parent;
    }
  }
  return platform === 'win32' ? known.toLowerCase() : known;
}

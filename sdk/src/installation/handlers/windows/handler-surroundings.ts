import { access, realpath } from 'node:fs/promises';
import path from 'node:path';

import { systemErrorCode } from '../../../system-error.ts';
import { sameName } from '../../registry/key-names.ts';
import type { HandlersWindows } from './handlers-windows.ts';

/** What is known of this MicroSIP and of the Windows around it. */
export interface HandlerSurroundings {
  /** This MicroSIP, as Windows names it. */
  readonly executable: string;
  /** The environment variables of Windows. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether there is a program; nothing where that cannot be told. */
  readonly exists: (file: string) => Promise<boolean | undefined>;
  /** Whether two paths lead to the same program. */
  readonly isSame: (left: string, right: string) => Promise<boolean>;
}

/** Looks at the files of a Windows that this process reaches. */
export async function handlerSurroundings(
  executable: string,
  windows: HandlersWindows,
  signal: AbortSignal,
): Promise<HandlerSurroundings> {
  const local = (file: string): Promise<string | undefined> => windows.localPath(file, signal);
  return {
    executable,
    environment: await windows.environment(signal),
    exists: async (file) => {
      const here = await local(file);
      return here === undefined ? undefined : await isThere(here);
    },
    isSame: async (left, right) => {
      if (sameName(path.win32.normalize(left), path.win32.normalize(right))) return true;
      const [one, other] = await Promise.all([left, right].map(async (file) => realFile(await local(file))));
      return one !== undefined && other !== undefined && sameName(one, other);
    },
  };
}

/** Not there is only what the system says is not there; a folder may be closed to this user. */
async function isThere(file: string): Promise<boolean | undefined> {
  try {
    await access(file);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? false : undefined;
  }
}

/** Short 8.3 names and links lead to one file. */
async function realFile(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return await realpath(file);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

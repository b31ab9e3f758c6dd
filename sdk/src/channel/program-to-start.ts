import { access } from 'node:fs/promises';
import path from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';

/** What a start is about. */
type Startable = Pick<Installation, 'backend' | 'launch'>;

/** Whether the program that would be started is known not to be there; a name alone may be one of the PATH. */
export async function isProgramMissing({ launch }: Startable): Promise<boolean> {
  if (!path.isAbsolute(launch.file)) return false;
  try {
    await access(launch.file);
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}

/** That the program that is to be started is not there. */
export function programMissing({ backend, launch }: Startable): MicroSipError {
  return new MicroSipError(
    'NOT_INSTALLED',
    backend === 'wine'
      ? `There is no program ${launch.file}, under which MicroSIP would run; install Wine.`
      : `There is no program ${launch.file}; install it, or give the path of microsip.exe (--exe).`,
  );
}

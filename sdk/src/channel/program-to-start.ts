import { access } from 'node:fs/promises';
import path from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import { isSystemError } from '../system-error.ts';

/** What a start is about. */
type Startable = Pick<Installation, 'backend' | 'launch'>;

/** What is wrong where a program that a start needs is known not to be there: that of the phone, or what starts it. */
export async function missingProgram(startable: Startable): Promise<MicroSipError | undefined> {
  const { file, program } = startable.launch;
  if (program !== undefined && (await isMissing(program))) return noProgram(program);
  // A name alone may be one of the PATH.
  if (path.isAbsolute(file) && (await isMissing(file))) return startedProgramMissing(startable);
  return undefined;
}

/** That what was to be started is not there. */
export function startedProgramMissing({ backend, launch }: Startable): MicroSipError {
  if (backend !== 'wine') return noProgram(launch.file);
  return new MicroSipError(
    'NOT_INSTALLED',
    `There is no program ${launch.file}, under which MicroSIP would run; install Wine.`,
  );
}

function noProgram(file: string): MicroSipError {
  return new MicroSipError(
    'NOT_INSTALLED',
    `There is no program ${file}; install it, or give the path of microsip.exe (--exe).`,
  );
}

async function isMissing(file: string): Promise<boolean> {
  try {
    await access(file);
    return false;
  } catch (error) {
    return isSystemError(error, 'ENOENT', 'ENOTDIR');
  }
}

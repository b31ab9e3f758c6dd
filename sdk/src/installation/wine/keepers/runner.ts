import path from 'node:path';

import { isExecutable } from '../../system/program-on-path.ts';

/** Where Wine lies in a build of it, and in one of Proton. */
const programs = ['bin/wine', 'files/bin/wine', 'dist/bin/wine', 'bin/wine64'];

/** The Wine of a build that Bottles or Lutris keeps, if it is there. */
export function runnerProgram(folder: string): string | undefined {
  return programs.map((program) => path.posix.join(folder, program)).find(isExecutable);
}

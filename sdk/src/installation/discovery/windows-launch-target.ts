import path from 'node:path';

import type { LaunchTarget } from '../installation.ts';

/** Windows starts its programs as they are. */
export function windowsLaunchTarget(executable: string): LaunchTarget {
  return {
    file: executable,
    leadingArguments: [],
    // As its shortcuts do. Where this process stands is no place to keep busy, nor one for hooks to be looked for in.
    workingDirectory: path.win32.dirname(executable),
  };
}

import { realpath } from 'node:fs';

import type { FileFacts } from './windows-files.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/**
 * A program by the name that shortcuts use, where it was named by a short one such as `C:\PROGRA~1\MicroSIP`: started by
 * another name, MicroSIP does not see that it runs already, and becomes a second phone (facts B).
 *
 * @param executable - its full path, as Windows names it
 */
export async function longName(
  executable: string,
  { local }: FileFacts,
  { backend }: WindowsSurroundings,
): Promise<string> {
  if (backend !== 'windows' || !/~\d/u.test(executable)) return executable;
  const real = await new Promise<string>((resolve) => {
    realpath.native(local, (error, found) => resolve(error === null ? found : executable));
  });
  // A drive of the net by the name of its server would be another name that does not fit.
  return real.startsWith('\\\\') ? executable : real;
}

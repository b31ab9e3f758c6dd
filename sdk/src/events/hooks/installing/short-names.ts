import path from 'node:path';

import { fitsInHooks, type HookProgram } from '../hook-value.ts';

/** Windows' short name of a file or folder; nothing where there is none. */
export type ShortPath = (path: string) => string | undefined;

/**
 * The hook program by short names (8.3) as far as it takes to fit into a hook, of which MicroSIP reads 255 characters
 * (facts C.4): users' folders may be deep, and so may be those of Node.js.
 *
 * @returns the program as it was where it fits, and where no short name helps
 */
export function shortenedToFit(program: HookProgram, shortPath: ShortPath): HookProgram {
  const node = shortPath(program.node) ?? program.node;
  const candidates = [
    program,
    { ...program, node },
    { node, script: shortScript(program.script, shortPath) },
  ];
  return candidates.find(fitsInHooks) ?? program;
}

/** By the name of its folder, a hook is known for the kit's own, and for that of a phone: this part of the path stays. */
function shortScript(script: string, shortPath: ShortPath): string {
  const userFolder = path.win32.resolve(script, '../../../..');
  const short = shortPath(userFolder);
  return short === undefined ? script : path.win32.join(short, path.win32.relative(userFolder, script));
}

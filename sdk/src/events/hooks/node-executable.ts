import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

import { MicroSipError } from '../../microsip-error.ts';

/** What decides which Node.js runs the hook program. */
export interface NodeSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program of this process. */
  readonly execPath: string;
  /** In an editor's extension host this process is Electron, which starts slowly and needs a variable to be Node.js. */
  readonly isElectron: boolean;
}

/** This process. */
export function currentNode(): NodeSurroundings {
  return {
    platform: process.platform,
    env: process.env,
    execPath: process.execPath,
    isElectron: process.versions['electron'] !== undefined,
  };
}

/**
 * The Node.js that MicroSIP is to start.
 *
 * @param given - the user's choice
 * @throws MicroSipError `INVALID_ARGUMENT` when the choice is no program, `NOT_INSTALLED` when there is none
 */
export function findNode(given: string | undefined, surroundings: NodeSurroundings = currentNode()): string {
  const { env, execPath, isElectron, platform } = surroundings;
  if (given !== undefined) {
    const file = path.resolve(given);
    if (isProgram(file)) return file;
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${given} is no program: name the full path of a node executable.`,
    );
  }
  if (!isElectron) return execPath;
  const name = platform === 'win32' ? 'node.exe' : 'node';
  // Windows knows the variable by any case, a copy of the environment does not.
  const searched = env['PATH'] ?? env['Path'] ?? '';
  const found = searched
    .split(platform === 'win32' ? ';' : ':')
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find(isProgram);
  if (found !== undefined) return found;
  throw new MicroSipError(
    'NOT_INSTALLED',
    'Hooks need a Node.js that MicroSIP can start, and none is on the PATH: install one (nodejs.org), or name its program with the option "node".',
  );
}

/** Whether a file is there and can be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

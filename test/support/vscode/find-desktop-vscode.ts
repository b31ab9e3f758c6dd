import { realpathSync } from 'node:fs';
import path from 'node:path';

import { findOnPath, isExecutable } from '../find-executable.ts';
import type { Provided } from '../provided.ts';

/** Names a desktop VS Code to use: its program, not the `code` command beside it. */
export const vscodeVariable = 'VSCODE';

/** The desktop VS Code that is on this machine already. */
export function findDesktopVsCode(environment: NodeJS.ProcessEnv = process.env): Provided<string> {
  const named = environment[vscodeVariable];
  if (named !== undefined && named !== '') {
    return isExecutable(named)
      ? { ok: true, value: named }
      : { ok: false, reason: `${vscodeVariable} names ${named}, which is no program` };
  }
  const command = findOnPath(['code'], environment);
  const candidates = [
    ...(command === undefined ? [] : programsNearCommand(realpathSync(command), process.platform)),
    ...usualPlaces(environment),
  ];
  const found = candidates.find(isExecutable);
  return found === undefined ? { ok: false, reason: 'none installed' } : { ok: true, value: found };
}

/** Where the program lies, seen from the `code` command, which is a script beside it. */
export function programsNearCommand(command: string, platform: NodeJS.Platform): string[] {
  const folder = path.dirname(command);
  switch (platform) {
    case 'win32':
      return [path.join(folder, '../Code.exe')];
    case 'darwin':
      return [path.join(folder, '../../../MacOS/Code'), path.join(folder, '../../../MacOS/Electron')];
    default:
      return [path.join(folder, '../code')];
  }
}

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case 'win32':
      return [
        ['LOCALAPPDATA', 'Programs/Microsoft VS Code/Code.exe'],
        ['PROGRAMFILES', 'Microsoft VS Code/Code.exe'],
      ].flatMap(([variable = '', program = '']) => {
        const folder = environment[variable];
        return folder === undefined ? [] : [path.join(folder, program)];
      });
    case 'darwin':
      return ['Code', 'Electron'].map(
        (name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`,
      );
    default:
      return [
        '/usr/share/code/code',
        '/opt/visual-studio-code/code',
        '/snap/code/current/usr/share/code/code',
      ];
  }
}

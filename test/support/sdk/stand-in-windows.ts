import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { windowsSystem, type WindowsSystem } from '../../../sdk/src/installation/system/windows-system.ts';

/**
 * A Windows directory whose programs are stand-ins, for Node.js, that print what those of Windows were seen to print.
 * The programs left out are missing.
 */
export function standInWindows(
  directory: string,
  programs: Readonly<Partial<Record<keyof WindowsSystem, string>>>,
): WindowsSystem {
  const system = windowsSystem(directory);
  mkdirSync(path.dirname(system.powershell), { recursive: true });
  for (const name of ['tasklist', 'powershell', 'reg'] as const) {
    const body = programs[name];
    if (body !== undefined) writeFileSync(system[name], `#!${process.execPath}\n${body}\n`, { mode: 0o755 });
  }
  return system;
}

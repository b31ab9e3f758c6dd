import path from 'node:path';

import { expandVariables } from '../registry/expand-variables.ts';
import type { DiscoveryPlace } from './discovery-step.ts';
import type { Hint, Lead } from './lead.ts';
import { pathOfText, type Environment } from './registry-path.ts';

/** Where programs are installed: for all users, and for one. 32-bit programs see other folders by the same names. */
const usualFolders: readonly { readonly place: DiscoveryPlace; readonly folder: string }[] = [
  { place: 'program-folders', folder: '%ProgramFiles%\\MicroSIP' },
  { place: 'program-folders', folder: '%ProgramFiles(x86)%\\MicroSIP' },
  { place: 'program-folders', folder: '%ProgramW6432%\\MicroSIP' },
  { place: 'local-app-data', folder: '%LOCALAPPDATA%\\MicroSIP' },
  { place: 'local-app-data', folder: '%LOCALAPPDATA%\\Programs\\MicroSIP' },
];

/** The folders in which MicroSIP usually lies, each once. */
export function folderLeads(environment: Environment): readonly Lead[] {
  const leads = new Map<string, Lead>();
  for (const { folder, place } of usualFolders) {
    const { path: looked } = pathOfText(folder, environment);
    if (looked === undefined || leads.has(looked.toLowerCase())) continue;
    const hints: readonly Hint[] = [{ path: looked, kind: 'folder', isGuess: true }];
    leads.set(looked.toLowerCase(), { place, looked, hints, remarks: [] });
  }
  return [...leads.values()];
}

/**
 * A program in the folders of `PATH`. Entries that are no full paths are left out: what they mean depends on where one
 * stands.
 */
export function searchPathLead(environment: Environment, name = 'microsip.exe'): Lead {
  const entries = expandVariables('%PATH%', environment).split(';');
  const folders = new Set(entries.flatMap((entry) => pathOfText(entry, environment).path ?? []));
  const hints = [...folders].map((folder): Hint => ({
    path: path.win32.join(folder, name),
    kind: 'program',
    isGuess: true,
  }));
  return { place: 'search-path', looked: 'PATH', hints, remarks: [] };
}

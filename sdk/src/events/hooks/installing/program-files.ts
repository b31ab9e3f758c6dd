import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { HookKey } from '../../../catalogue/hook.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { replaceFileSync } from '../../../settings/atomic-file.ts';
import { programName } from '../hook-folder.ts';
import type { OwnCommand } from '../own-command.ts';

/** What the hook program reads after it has written its line. */
export interface ProgramConfiguration {
  /** The journal begins a new file when it is so long. */
  readonly segmentBytes: number;
  /** So many older files are kept. */
  readonly keptSegments: number;
  readonly ownCommands: Readonly<Partial<Record<HookKey, OwnCommand>>>;
  /** The library koffi, where it is there and the phone is on Windows: with it, callers come with their quotes. */
  readonly koffi?: string | undefined;
}

/** The name of the file that the hook program reads. */
export const configurationName = 'configuration.json';

/** The program itself comes last: a hook may run at any moment, and finds what it needs. */
const sources = ['windows-arguments.cjs', 'exact-caller.cjs', 'own-command.cjs', programName];

/**
 * Where the hook program lies from here: in a working copy, whose tests run without a build, from this file; in the
 * package, and where the package was bundled as it is, from a file in a folder beside it or one above.
 */
const sourcePlaces = ['../program/', '../events/hooks/program/', './events/hooks/program/'];

/** Puts the hook program into its folder, or the newest one where an older one is. */
export function copyProgram(folder: string): void {
  const source = programSource();
  for (const name of sources) writeIfOther(path.join(folder, name), readFileSync(path.join(source, name)));
}

export function writeConfiguration(folder: string, configuration: ProgramConfiguration): void {
  writeIfOther(path.join(folder, configurationName), Buffer.from(`${JSON.stringify(configuration)}\n`));
}

/** The first file of the hook program that is not in its folder. */
export function missingProgramFile(folder: string): string | undefined {
  return sources.map((name) => path.join(folder, name)).find((file) => !existsSync(file));
}

function writeIfOther(file: string, content: Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(content)) return;
  replaceFileSync(file, content);
}

function programSource(): string {
  const folders = sourcePlaces.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const folder = folders.find((one) => existsSync(path.join(one, programName)));
  if (folder !== undefined) return folder;
  throw new MicroSipError(
    'NOT_INSTALLED',
    `The hook program is missing: it is in none of ${folders.join(', ')}. Install microsip-sdk again; if it was bundled, put its dist/events/hooks/program beside the bundle.`,
  );
}

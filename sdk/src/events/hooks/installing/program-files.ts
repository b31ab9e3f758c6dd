import { existsSync, readFileSync } from 'node:fs';
import { lstat, mkdir, rm, rmdir, chmod } from 'node:fs/promises';
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

/** The program itself comes last: a hook may run at any moment, and finds what it needs. */
const sources = ['windows-arguments.cjs', 'exact-caller.cjs', 'own-command.cjs', programName];

/**
 * Where the hook program lies from here: in a working copy, whose tests run without a build, from this file; in the
 * package, and where the package was bundled as it is, from a file in a folder beside it or one above.
 */
const sourcePlaces = ['../program/', '../events/hooks/program/', './events/hooks/program/'];

/** Creates the folder, closed to others: it holds callers, and a program that MicroSIP starts. */
export async function preparePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${folder}, where the hook program belongs, is somebody else's, or a link: have it removed.`,
    );
  }
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700);
}

/** Puts the hook program into its folder, or the newest one where an older one is. */
export function copyProgram(folder: string): void {
  const source = programSource();
  for (const name of sources) writeIfOther(path.join(folder, name), readFileSync(path.join(source, name)));
}

export function writeConfiguration(folder: string, configuration: ProgramConfiguration): void {
  writeIfOther(path.join(folder, 'configuration.json'), Buffer.from(`${JSON.stringify(configuration)}\n`));
}

/** Removes the folder, with the journal; what a reader or a virus scanner holds open on Windows stays until it is let go. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(ignoreUsed);
  // The folders above stay when there are other phones.
  await rmdir(path.dirname(folder)).catch(ignoreUsed);
}

function ignoreUsed(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EBUSY'].includes(String(code))) throw error;
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

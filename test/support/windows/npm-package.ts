import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { cacheDirectory } from '../cache-directory.ts';
import { npm } from '../npm.ts';
import { lastLines, runCommand } from '../run-command.ts';

/** A package of the npm registry, for a platform that npm would not install it on. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** As in a lock file. */
  readonly integrity: string;
}

/**
 * The folder of a package's files, from the cache or else from the registry.
 *
 * @throws Error when it cannot be had, or is not the one that is meant
 */
export async function provideNpmPackage(wanted: NpmPackage): Promise<string> {
  const folder = path.join(cacheDirectory(), `${wanted.name.replace('/', '-')}-${wanted.version}`);
  if (!existsSync(folder)) await download(wanted, folder);
  return path.join(folder, 'package');
}

async function download({ name, version, integrity }: NpmPackage, folder: string): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const unpacking = mkdtempSync(`${folder}-`);
  try {
    const printed = await npm(unpacking, 'pack', `${name}@${version}`);
    const archive = path.join(unpacking, printed.trim().split('\n').at(-1) ?? '');
    const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (actual !== integrity)
      throw new Error(`${name}@${version} is ${actual}, and not the package that is meant.`);
    const { ok, output } = await runCommand('tar', ['-xzf', archive, '-C', unpacking]);
    if (!ok) throw new Error(`${archive} could not be unpacked: ${lastLines(output, 3)}`);
    rmSync(archive);
    if (!existsSync(folder)) renameSync(unpacking, folder);
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
}

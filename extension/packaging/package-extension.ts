import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { listFiles, PackageManager } from '@vscode/vsce';

import { bundleExtension } from '../bundle.ts';

const extension = path.join(import.meta.dirname, '..');

/**
 * Writes the extension as one file that VS Code installs. It is made in a folder of its own, so that what else builds or
 * tests the extension meanwhile is left alone.
 *
 * @param folder - where the file is to be
 * @param changes - what its manifest is to say instead
 * @returns the file's path
 */
export async function packageExtension(
  folder: string,
  changes: { readonly activationEvents?: readonly string[] } = {},
): Promise<string> {
  const stage = await mkdtemp(path.join(os.tmpdir(), 'microsip-package-'));
  try {
    const manifest = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8')) as Manifest;
    await bundleExtension({ production: true, folder: stage });
    for (const file of await filesBesideBundle()) {
      await cp(path.join(extension, file), path.join(stage, file));
    }
    await writeFile(
      path.join(stage, 'package.json'),
      JSON.stringify(packed({ ...manifest, ...changes }), undefined, 2),
    );
    const packagePath = path.join(folder, `${manifest.name}-${manifest.version}.vsix`);
    const writeVsix = path.join(import.meta.dirname, 'write-vsix.ts');
    await promisify(execFile)(process.execPath, [writeVsix, stage, packagePath]);
    return packagePath;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/** Without what only this workspace needs. */
function packed(manifest: Manifest): object {
  const development = new Set(['scripts', 'devDependencies', 'private']);
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => !development.has(field)));
}

/** What `files` of the manifest names, but for the bundle, which may be that of another run, and the manifest itself. */
async function filesBesideBundle(): Promise<string[]> {
  const files = await listFiles({ cwd: extension, packageManager: PackageManager.None });
  return files.filter((file) => !/^dist[\\/]/u.test(file) && file !== 'package.json');
}

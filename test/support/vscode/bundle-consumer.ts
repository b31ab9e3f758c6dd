import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

const source = path.join(import.meta.dirname, 'consumer-extension');

/**
 * Makes the extension that uses the one under test.
 *
 * @returns its folder
 */
export async function bundleConsumer(): Promise<string> {
  const folder = path.join(import.meta.dirname, '../../dist/consumer-extension');
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(source, 'package.json'), path.join(folder, 'package.json'));
  await build({
    entryPoints: [path.join(source, 'extension.ts')],
    bundle: true,
    external: ['vscode'],
    format: 'esm',
    logLevel: 'warning',
    outdir: folder,
    platform: 'node',
    target: 'node22',
  });
  return folder;
}

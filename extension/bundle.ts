import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build, type BuildOptions } from 'esbuild';

import { thirdPartyLicenses } from '../sdk/third-party-licenses.mjs';

/**
 * Writes the extension and the simulator's program into `dist/`. They lie in folders beside each other, as in the
 * SDK, because the SDK finds the program by its place.
 */
export async function bundleExtension(options: { readonly production?: boolean } = {}): Promise<void> {
  const production = options.production === true;
  const common = {
    absWorkingDir: import.meta.dirname,
    bundle: true,
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: production,
    outdir: 'dist',
    platform: 'node',
    sourcemap: production ? false : 'linked',
    // What Electron runs extensions on in VS Code 1.101.
    target: 'node22',
    // CommonJS packages inside an ES module ask for Node's own modules through `require`.
    banner: {
      // Under a name of its own: a module that imports createRequire itself would declare it a second time.
      js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
    },
  } as const satisfies BuildOptions;

  const dist = path.join(import.meta.dirname, 'dist');
  await rm(dist, { recursive: true, force: true });
  const bundles = await Promise.all([
    build({
      ...common,
      entryPoints: { 'extension/extension': 'src/extension.ts' },
      chunkNames: 'extension/[name]-[hash]',
      external: ['vscode'],
      splitting: true,
    }),
    build({ ...common, entryPoints: { 'simulator/program': '../sdk/src/simulator/program.ts' } }),
  ]);
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const licenses = thirdPartyLicenses(import.meta.dirname, inputs);
  await writeFile(path.join(dist, 'third-party-licenses.txt'), licenses);
}

import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build, type BuildOptions } from 'esbuild';

import { thirdPartyLicenses } from '../sdk/third-party-licenses.mjs';
import { sizeLoadedBy, type BundleSize } from './bundling/bundle-sizes.ts';
import { loadingStages } from './bundling/loading-stages.ts';
import { sdkSource } from './bundling/sdk-source.ts';

const extension = import.meta.dirname;

/** What VS Code waits for. */
const start = 'src/extension.ts';

/** What is loaded right after the start: the SDK as far as it watches a phone. */
const phone = 'src/phone/microsip.ts';

/** How much the bundle's two stages load; the second includes the first. */
export interface StageSizes {
  readonly start: BundleSize;
  readonly phone: BundleSize;
}

/** Has a binary for each system and is ten times the extension's size; where it is absent the SDK does without. */
const nativePackages = ['koffi'];

export interface BundleOptions {
  /** Whether it is to be small, instead of easy to debug. */
  readonly production?: boolean;
  /** Where the folder `dist` is to be; this one if not given. */
  readonly folder?: string;
}

/**
 * Writes the extension and the simulator's program into `dist/`. They lie in folders beside each other, as in the
 * SDK, because the SDK finds the program by its place.
 */
export async function bundleExtension(options: BundleOptions = {}): Promise<StageSizes> {
  const { production = false, folder = extension } = options;
  const dist = path.join(folder, 'dist');
  const common = {
    absWorkingDir: extension,
    bundle: true,
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: production,
    outdir: dist,
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

  await rm(dist, { recursive: true, force: true });
  const [main, simulator] = await Promise.all([
    build({
      ...common,
      entryPoints: { 'extension/extension': start },
      chunkNames: 'extension/[name]-[hash]',
      external: ['vscode', ...nativePackages],
      // Its main file asks for its parts in a way that no bundler sees.
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      plugins: [sdkSource, loadingStages([start, phone].map((file) => path.join(extension, file)))],
      splitting: true,
    }),
    build({
      ...common,
      entryPoints: { 'simulator/program': '../sdk/src/simulator/program.ts' },
      external: nativePackages,
    }),
  ]);
  const inputs = [main, simulator].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const licenses = thirdPartyLicenses(extension, inputs);
  await writeFile(path.join(dist, 'third-party-licenses.txt'), licenses);
  return { start: sizeLoadedBy(start, main.metafile), phone: sizeLoadedBy(phone, main.metafile) };
}

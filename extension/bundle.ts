// Bundles the extension and what it needs of the SDK: node bundle.ts [--production]
import { build } from 'esbuild';

/**
 * Writes the extension and the simulator's program into `dist/`. They lie in folders beside each other, as in the
 * SDK, because the SDK finds the program by its place.
 */
export async function bundleExtension(options: { readonly production?: boolean } = {}): Promise<void> {
  const production = options.production === true;
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: {
      'extension/extension': 'src/extension.ts',
      'simulator/program': '../sdk/dist/simulator/program.js',
    },
    bundle: true,
    chunkNames: 'shared/[name]-[hash]',
    external: ['vscode'],
    format: 'esm',
    splitting: true,
    legalComments: 'none',
    logLevel: 'warning',
    minify: production,
    outdir: 'dist',
    platform: 'node',
    sourcemap: production ? false : 'linked',
    // What Electron runs extensions on in VS Code 1.101.
    target: 'node22',
    // CommonJS packages inside an ES module ask for Node's modules through require.
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  });
}

if (import.meta.main) await bundleExtension({ production: process.argv.includes('--production') });

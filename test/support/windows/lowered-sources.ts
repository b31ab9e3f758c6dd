import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { transform } from 'esbuild';

/** Names the folder with the sources as Node.js 22 understands them, for `lowered-sources-hook.mjs`. */
export const loweredSourcesVariable = 'MICROSIP_LOWERED_SOURCES';

/** Where the sources lie that tests on Windows can reach. */
const places = ['sdk/src/**/*.ts', 'test/**/*.ts'];

/**
 * Rewrites what Node.js 22 does not know in the sources, which is `using`, into a folder of its own. Everything else it
 * runs as it stands.
 */
export async function lowerSources(root: string, folder: string): Promise<void> {
  const files = globSync(places, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  await Promise.all(
    files.map(async (file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      if (!/\busing\b/u.test(source)) return;
      const { code } = await transform(source, {
        format: 'esm',
        loader: 'ts',
        sourcefile: path.join(root, file),
        sourcemap: 'inline',
        target: 'node22',
      });
      const lowered = path.join(folder, `${file}.mjs`);
      mkdirSync(path.dirname(lowered), { recursive: true });
      writeFileSync(lowered, code);
    }),
  );
}

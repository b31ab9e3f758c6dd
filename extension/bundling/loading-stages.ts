import path from 'node:path';

import type { Plugin } from 'esbuild';

const namespace = 'loaded-later';

/**
 * Bundles what is loaded one after the other into one file each, and what is loaded on demand on top of them. Left alone,
 * esbuild makes a file for each set of users of a module: the start would wait for dozens.
 *
 * @param stages - the modules that begin the stages, the first at the start, each next one imported dynamically by the one
 * before; what is imported dynamically elsewhere may rely on all of them being there by then
 */
export function loadingStages(stages: readonly string[]): Plugin {
  const [start = ''] = stages;
  return {
    name: 'loading-stages',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path: specifier, resolveDir }) =>
        kind === 'dynamic-import' ? { path: path.join(resolveDir, specifier), namespace } : undefined,
      );
      bundle.onLoad({ filter: /\.ts$/, namespace }, ({ path: file }) => {
        const present = stages.includes(file) ? [start] : stages;
        const views = present.map(
          (stage, index) => `export * as stage${index} from ${JSON.stringify(stage)};`,
        );
        return {
          contents: [`export * from ${JSON.stringify(file)};`, ...views].join('\n'),
          resolveDir: path.dirname(file),
        };
      });
    },
  };
}

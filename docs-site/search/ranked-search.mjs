import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import searchLocal, { validateOptions } from '@easyops-cn/docusaurus-search-local';

import { rankTitles } from './rank-titles.mjs';

/**
 * The search in the page, with the best page first. By itself all titles count alike, those of hundreds of symbols too.
 *
 * @param {import('@docusaurus/types').LoadContext} context
 * @param {object} options
 * @returns {import('@docusaurus/types').Plugin}
 */
export function rankedSearch(context, options) {
  const plugin = searchLocal(context, options);
  return {
    ...plugin,
    async postBuild(built) {
      await plugin.postBuild(built);
      const { baseUrl, outDir } = built;
      const names = (await readdir(outDir)).filter((name) => /^search-index.*\.json$/u.test(name));
      for (const file of names.map((name) => path.join(outDir, name))) {
        const indexes = JSON.parse(await readFile(file, 'utf8'));
        await writeFile(file, JSON.stringify(rankTitles(indexes, baseUrl)));
      }
    },
  };
}
rankedSearch.validateOptions = validateOptions;

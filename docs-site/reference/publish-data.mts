import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { catalogueAsJson, catalogueSchema } from 'microsip-sdk/catalogue';

import { languageModelIndex, languageModelText, type PublishedPage } from './language-model-text.mts';
import { apiSidebar, kitSidebar, type SidebarItem } from './sidebar.mts';

/** Puts files beside the pages, for programs: the catalogue as JSON with its schema, and the pages as plain text. */
export function publishData({ siteDir }: LoadContext): Plugin {
  let pages: readonly PublishedPage[] = [];
  return {
    name: 'publish-data',
    async allContentLoaded({ allContent }) {
      const content = allContent['docusaurus-plugin-content-docs']?.['default'] as LoadedContent | undefined;
      const docs = content?.loadedVersions.flatMap((version) => version.docs) ?? [];
      pages = await Promise.all(
        docs.map(async ({ description, id, permalink, source, title }) => ({
          title,
          description,
          // The folder of a page named index ends in a slash here, and nowhere on the site.
          address: permalink.replace(/(?<=.)\/$/u, ''),
          part: partOf(id),
          markdown: await readFile(source.replace(/^@site/u, siteDir), 'utf8'),
        })),
      );
    },
    async postBuild({ outDir, siteConfig: { baseUrl, url } }) {
      const files = {
        'catalogue.json': JSON.stringify(catalogueAsJson()),
        'catalogue.schema.json': JSON.stringify(catalogueSchema),
        'llms.txt': languageModelIndex(pages, { url, baseUrl }),
        'llms-full.txt': languageModelText(pages, { url, baseUrl }),
      };
      await Promise.all(
        Object.entries(files).map(([name, text]) => writeFile(path.join(outDir, name), `${text}\n`)),
      );
    },
  };
}

function partOf(id: string): PublishedPage['part'] {
  if (id.startsWith('sdk/')) return 'sdk';
  if (idsOf(apiSidebar).includes(id)) return 'api';
  return idsOf(kitSidebar).includes(id) ? 'kit' : 'guide';
}

function idsOf(items: readonly SidebarItem[]): readonly string[] {
  return items.flatMap((item) =>
    typeof item === 'string'
      ? [item]
      : [...(item.link === undefined ? [] : [item.link.id]), ...idsOf(item.items)],
  );
}

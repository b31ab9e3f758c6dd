import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadedContent as LoadedPages } from '@docusaurus/plugin-content-pages';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { catalogueAsJson, catalogueSchema } from 'microsip-sdk/catalogue';

import { languageModelIndex, languageModelText, type PublishedPage } from './language-model-text.mts';
import { apiSidebar, editorSidebar, kitSidebar, type SidebarItem } from './sidebar.mts';

/** Puts files beside the pages, for programs: the catalogue as JSON with its schema, and the pages as plain text. */
export function publishData({ siteDir }: LoadContext): Plugin {
  let pages: readonly PublishedPage[] = [];
  return {
    name: 'publish-data',
    async allContentLoaded({ allContent }) {
      const docs = Object.entries(allContent['docusaurus-plugin-content-docs'] ?? {}).flatMap(
        ([id, content]) =>
          (content as LoadedContent).loadedVersions.flatMap((version) =>
            version.docs.map((doc) => ({ ...doc, part: id === 'sdk' ? 'sdk' : partOf(doc.id) }) as const),
          ),
      );
      const own = (allContent['docusaurus-plugin-content-pages']?.['default'] ?? []) as LoadedPages;
      const tools = own.flatMap((entry) =>
        entry.type === 'mdx'
          ? [
              {
                ...entry,
                title: entry.title ?? '',
                description: entry.description ?? '',
                part: 'tool',
              } as const,
            ]
          : [],
      );
      const listed = [...docs, ...tools].map(({ permalink, source, ...page }) => ({
        ...page,
        // The folder of a page named index ends in a slash here, and nowhere on the site.
        address: permalink.replace(/(?<=.)\/$/u, ''),
        file: path.resolve(siteDir, source.replace(/^@site\//u, '')),
      }));
      const addresses = new Map(listed.map(({ address, file }) => [file, address]));
      pages = await Promise.all(
        listed.map(async ({ address, description, file, part, title }) => ({
          title,
          description,
          address,
          part,
          markdown: linkedByAddress(await readFile(file, 'utf8'), file, addresses),
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

/** A page's text whose links to the files of other pages lead to their addresses. */
function linkedByAddress(markdown: string, file: string, addresses: ReadonlyMap<string, string>): string {
  return markdown.replaceAll(/\]\((?<place>\.{1,2}\/[^)#]+)/gu, (link, place: string) => {
    const address = addresses.get(path.resolve(path.dirname(file), place));
    return address === undefined ? link : `](${address}`;
  });
}

function partOf(id: string): PublishedPage['part'] {
  if (idsOf(apiSidebar).includes(id)) return 'api';
  return idsOf([...kitSidebar, ...editorSidebar]).includes(id) ? 'kit' : 'guide';
}

function idsOf(items: readonly SidebarItem[]): readonly string[] {
  return items.flatMap((item) =>
    typeof item === 'string'
      ? [item]
      : [...(item.link === undefined ? [] : [item.link.id]), ...idsOf(item.items)],
  );
}

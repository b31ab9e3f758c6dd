import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { referencePages } from '../../../docs-site/reference/reference-pages.mts';
import { fencedBlocks, type FencedBlock } from './fenced-blocks.ts';

const root = path.join(import.meta.dirname, '../../..');

/** A page that people read: of the site, or a README. */
export interface DocumentedPage {
  /** Where it stands, from the root of the workspace; a page that is made from data, in the folder it is written to. */
  readonly file: string;
  readonly markdown: string;
  readonly blocks: readonly FencedBlock[];
}

/** A block of code and the page it stands on. */
export interface Example {
  readonly file: string;
  readonly block: FencedBlock;
}

/** Every page but those that TypeDoc makes of the comments in the SDK. */
export const pages: readonly DocumentedPage[] = [
  ...['README.md', 'sdk/README.md', 'extension/README.md'],
  ...globSync(['docs-site/docs/**/*.{md,mdx}', 'docs-site/src/pages/**/*.{md,mdx}'], {
    cwd: root,
    exclude: ['**/generated/**'],
  }),
]
  .map((file) => ({ file, markdown: readFileSync(path.join(root, file), 'utf8') }))
  .concat(Object.entries(referencePages()).map(([file, markdown]) => ({ file, markdown })))
  .map(({ file, markdown }) => ({ file, markdown, blocks: fencedBlocks(markdown) }));

/** The blocks of all pages that fit. */
export function examples(fits: (block: FencedBlock) => boolean): readonly Example[] {
  return pages.flatMap(({ blocks, file }) => blocks.filter(fits).map((block) => ({ file, block })));
}

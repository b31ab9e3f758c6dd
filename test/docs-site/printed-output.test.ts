import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';

import { describeOnPosix } from '../support/mocha/platform-tests.ts';
import { fencedBlocks, type FencedBlock } from './code-blocks/fenced-blocks.ts';
import { examples } from './code-blocks/pages.ts';
import { commandIn } from './code-blocks/shell-commands.ts';
import { exampleMachine } from './example-machines.ts';

const root = path.join(import.meta.dirname, '../..');

/** After a wanted change: UPDATE_SNAPSHOTS=1 npx mocha test/docs-site/printed-output.test.ts */
const updates = process.env['UPDATE_SNAPSHOTS'] !== undefined;

describeOnPosix('what the documentation says that a command prints', () => {
  const shown = examples(({ attributes }) => attributes['on'] !== undefined);

  for (const { block, file } of shown) {
    const { on = '', title = '' } = block.attributes;
    it(`is what it prints: ${title} (${file}, on ${on})`, async function () {
      this.timeout(120_000);
      using machine = exampleMachine(on);
      const main = path.join(root, 'sdk/src/cli/main.ts');
      const { all } = await execa(process.execPath, [main, ...(commandIn(title) ?? []), ...machine.words], {
        all: true,
        env: machine.environment,
        reject: false,
      });
      const printed = `${machine.shown(all)}\n`;
      if (updates && printed !== block.text) replaceIn(file, block, printed);
      else assert.equal(printed, block.text);
    });
  }
});

/** Puts what is printed now into a page. */
function replaceIn(file: string, block: FencedBlock, printed: string): void {
  const page = path.join(root, file);
  const text = readFileSync(page, 'utf8');
  // The pages of the blocks before it may have changed since.
  const current = fencedBlocks(text).find(
    ({ attributes }) => JSON.stringify(attributes) === JSON.stringify(block.attributes),
  );
  if (current === undefined) throw new Error(`The example is gone from ${file}.`);
  writeFileSync(
    page,
    text.slice(0, current.offset) + printed + text.slice(current.offset + current.text.length),
  );
}

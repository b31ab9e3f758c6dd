import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { XMLParser } from 'fast-xml-parser';

import { commands } from '../../../extension/contributions/commands.ts';
import { walkthroughSteps } from '../../../extension/contributions/walkthrough.ts';
import { dialWrittenCommand } from '../../../extension/src/dialling/dial-request.ts';

const pictures = path.join(import.meta.dirname, '../../../extension/media/walkthrough');

/** Commands that a step may run or wait for: this extension's, its internal one, and VS Code's own. */
const known = new Set([
  ...Object.keys(commands).map((name) => `microsip.${name}`),
  dialWrittenCommand,
  'workbench.action.openSettings',
]);

/** The command links in a description, as VS Code takes them apart. */
function linksIn(description: string): { readonly command: string; readonly parameters: unknown }[] {
  return [...description.matchAll(/\[[^\]]+\]\((?<href>[^)]*)\)/gu)].map(({ groups }) => {
    const [, command = '', query = '[]'] =
      /^command:([\w.]+)(?:\?(.*))?$/u.exec(groups?.['href'] ?? '') ?? [];
    const parameters: unknown = JSON.parse(decodeURIComponent(query));
    return { command, parameters };
  });
}

describe('the walkthrough', () => {
  for (const [name, step] of Object.entries(walkthroughSteps)) {
    it(`runs only commands that there are, the same in every language (${name})`, () => {
      const links = linksIn(step.description.en);
      assert.ok(links.length > 0);
      assert.deepEqual(linksIn(step.description.de), links);
      for (const { command, parameters } of links) {
        assert.ok(known.has(command), command);
        assert.ok(Array.isArray(parameters), command);
      }
    });

    it(`is ticked off by what happens (${name})`, async () => {
      const contexts = await readFile(
        path.join(import.meta.dirname, '../../../extension/src/commands/phone-context.ts'),
        'utf8',
      );
      for (const event of step.doneBy) {
        const [, kind = '', what = ''] = /^(on\w+):(.*)$/u.exec(event) ?? [];
        if (kind === 'onCommand') assert.ok(known.has(what), event);
        else if (kind === 'onLink') assert.ok(step.description.en.includes(`(${what})`), event);
        else {
          assert.equal(kind, 'onContext');
          const [key = ''] = /^microsip\.\w+/u.exec(what) ?? [];
          assert.ok(contexts.includes(`'${key}'`), event);
        }
      }
    });

    it(`has a picture in the colours of the editor, without text that would need a translation (${name})`, async () => {
      const svg = await readFile(path.join(pictures, `${name}.svg`), 'utf8');
      assert.doesNotMatch(svg, /<script|\son\w+=|href|<foreignObject|<style/iu);
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/gu)) {
        assert.match(colour ?? '', /^(?:none|var\(--vscode-[\w-]+, #[\da-f]{6}\))$/u);
      }
      // VS Code shows the picture itself, and its words from the manifest to nobody.
      assert.ok(svg.includes(`role="img" aria-label="${step.picture.en}"`));
      const parsed: unknown = new XMLParser().parse(svg);
      assert.doesNotMatch(JSON.stringify(parsed), /"[^"]*[a-z]{2,}[^"]*"(?=[,\]}])/u);
    });
  }

  it('has a picture for each step, and no other', async () => {
    const files = await readdir(pictures);
    assert.deepEqual(
      files.sort(),
      Object.keys(walkthroughSteps)
        .map((name) => `${name}.svg`)
        .sort(),
    );
  });

  it('says of the Markdown preview what the readme and the guide say', async () => {
    const where = /the Markdown preview of desktop VS Code's local windows/u;
    const root = path.join(import.meta.dirname, '../../..');
    const texts = ['extension/README.md', 'docs-site/docs/vscode.md'].map((file) =>
      readFile(path.join(root, file), 'utf8'),
    );
    for (const text of [walkthroughSteps.numbers.description.en, ...(await Promise.all(texts))]) {
      assert.match(text.replaceAll(/\s+/gu, ' '), where);
      assert.doesNotMatch(text.replaceAll(/\s+/gu, ' '), /Markdown preview(?! of desktop)/u);
    }
  });

  it('ends with a call', () => {
    assert.equal(Object.keys(walkthroughSteps).at(-1), 'call');
  });
});

import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

import ts from 'typescript';

const extension = path.join(import.meta.dirname, '../../../extension');

/** The texts that a source gives to `l10n.t()`; a text that is put together there cannot be translated. */
function translatedTexts(file: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/u.test(node.expression.getText())) {
      const [text] = node.arguments;
      assert.ok(
        text !== undefined && ts.isStringLiteralLike(text),
        `${file}: ${node.getText()} is not one literal text`,
      );
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return texts;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/gu))].sort();
}

describe("the extension's texts at run time", () => {
  let used: Set<string>;
  let german: Record<string, string>;

  before(async () => {
    used = new Set();
    for await (const file of glob('src/**/*.ts', { cwd: extension })) {
      const source = await readFile(path.join(extension, file), 'utf8');
      for (const text of translatedTexts(file, source)) used.add(text);
    }
    const bundle = await readFile(path.join(extension, 'l10n/bundle.l10n.de.json'), 'utf8');
    german = JSON.parse(bundle) as Record<string, string>;
  });

  it('are there in German, every one', () => {
    assert.ok(used.size > 0);
    assert.deepEqual(
      [...used].filter((text) => !(german[text]?.trim() ?? '')),
      [],
    );
  });

  it('are the only ones translated', () => {
    assert.deepEqual(
      Object.keys(german).filter((text) => !used.has(text)),
      [],
    );
  });

  it('have the same gaps in German', () => {
    for (const [text, translation] of Object.entries(german)) {
      assert.deepEqual(placeholders(translation), placeholders(text), text);
    }
  });
});

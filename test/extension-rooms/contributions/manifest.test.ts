import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { commands } from '../../../extension/contributions/commands.ts';
import { generateReadme } from '../../../extension/contributions/generated-readme.ts';
import { generateManifest, textsFile } from '../../../extension/contributions/manifest.ts';
import { languages } from '../../../extension/contributions/translated-text.ts';

const extension = path.join(import.meta.dirname, '../../../extension');
const stale = 'is not what the tables in extension/contributions say: npm run contributions -w extension';

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(extension, file), 'utf8'));
}

describe("the extension's manifest", () => {
  const { contributes, texts } = generateManifest();

  it('contributes what the tables say', async () => {
    const manifest = (await readJson('package.json')) as { contributes: unknown };
    assert.deepEqual(manifest.contributes, contributes, `extension/package.json ${stale}`);
  });

  for (const language of languages) {
    it(`has the texts of the tables (${language})`, async () => {
      const file = textsFile(language);
      assert.deepEqual(await readJson(file), texts[language], `extension/${file} ${stale}`);
    });
  }

  it('is told in the readme', async () => {
    const file = path.join(extension, 'README.md');
    const readme = await readFile(file, 'utf8');
    assert.equal(readme, await generateReadme(readme, file), `extension/README.md ${stale}`);
  });

  it('packs its texts', async () => {
    const { files, l10n } = (await readJson('package.json')) as { files: string[]; l10n: string };
    assert.equal(l10n, './l10n');
    for (const pattern of ['package.nls*.json', 'l10n/*.json']) assert.ok(files.includes(pattern), pattern);
  });

  it('says everything in every language, and commands so that they tell each other apart', () => {
    for (const language of languages) {
      const all = Object.entries(texts[language]);
      assert.deepEqual(
        all.filter(([, text]) => text.trim() === ''),
        [],
      );
      const titles = all.filter(([key]) => key.startsWith('command.')).map(([, title]) => title);
      assert.equal(new Set(titles).size, titles.length);
    }
  });

  it('uses only context keys that the extension sets', async () => {
    const source = await readFile(path.join(extension, 'src/commands/phone-context.ts'), 'utf8');
    const conditions = Object.values(commands).map((command) => JSON.stringify(command));
    const used = new Set(conditions.flatMap((text) => text.match(/(?<!config\.)microsip\.\w+/gu) ?? []));
    assert.ok(used.size > 0);
    for (const key of used) assert.ok(source.includes(`'${key}'`), key);
  });
});

// npm run contributions -w extension: writes what the tables say into package.json, package.nls*.json and README.md.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { generateReadme } from './generated-readme.ts';
import { generateManifest, textsFile } from './manifest.ts';
import { languages } from './translated-text.ts';

const extension = path.join(import.meta.dirname, '..');
const { contributes, texts } = generateManifest();

const manifestFile = path.join(extension, 'package.json');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
await writeJson(manifestFile, { ...manifest, contributes });
for (const language of languages) await writeJson(path.join(extension, textsFile(language)), texts[language]);

const readme = path.join(extension, 'README.md');
await writeFile(readme, await generateReadme(await readFile(readme, 'utf8'), readme));

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

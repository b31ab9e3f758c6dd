// npm run contributions -w extension: writes what the tables say into package.json and package.nls*.json.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { generateManifest, textsFile } from './manifest.ts';
import { languages } from './translated-text.ts';

const extension = path.join(import.meta.dirname, '..');
const { contributes, texts } = generateManifest();

const manifestFile = path.join(extension, 'package.json');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
await writeJson(manifestFile, { ...manifest, contributes });
for (const language of languages) await writeJson(path.join(extension, textsFile(language)), texts[language]);

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

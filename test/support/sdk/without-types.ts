import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/**
 * Puts modules into a folder as JavaScript, for programs that are started so often that Node.js is not to take the types
 * off each time.
 *
 * @param sources - modules of one folder, which import only each other
 */
export function writeWithoutTypes(sources: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of sources) {
    const code = stripTypeScriptTypes(readFileSync(source, 'utf8'));
    const name = `${path.basename(source, '.ts')}.mjs`;
    writeFileSync(path.join(folder, name), code.replace(/(from '\.\/[\w-]+)\.ts'/gu, "$1.mjs'"));
  }
}

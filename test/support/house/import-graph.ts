import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { importsOf, type SourceImport } from './source-import.ts';

/** An import, with the file it leads to when that file is one of the graph's own. */
export interface GraphImport extends SourceImport {
  /** Relative to the graph's folder, with `/` on every platform; absent for packages and Node's modules. */
  readonly target?: string;
}

/** Every file of a source folder, by its path in it, with what it imports. */
export type ImportGraph = ReadonlyMap<string, readonly GraphImport[]>;

const notSource = /(^|\/)(node_modules|dist|projects)\//u;

/** Reads the imports of every TypeScript file below a folder. */
export async function readImportGraph(folder: string): Promise<ImportGraph> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries
    .map((entry) => entry.replaceAll('\\', '/'))
    .filter((entry) => entry.endsWith('.ts') && !notSource.test(entry));
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const),
  );
  return importGraph(Object.fromEntries(texts));
}

/** The graph of some files, given as path → text. */
export function importGraph(files: Readonly<Record<string, string>>): ImportGraph {
  return new Map(
    Object.entries(files).map(([file, text]) => [
      file,
      importsOf(file, text).map((found) => {
        if (!found.specifier.startsWith('.')) return found;
        return { ...found, target: path.posix.join(path.posix.dirname(file), found.specifier) };
      }),
    ]),
  );
}

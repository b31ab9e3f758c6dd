import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, '../../../sdk/src');

/** A program in the documentation of a symbol. */
export interface DocumentedExample {
  /** The file it stands in, below `sdk/src`. */
  readonly file: string;
  readonly text: string;
}

/** Every TypeScript example that stands in a comment of the SDK. */
export function readDocumentedExamples(): readonly DocumentedExample[] {
  return globSync('**/*.ts', { cwd: source })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) =>
      examplesIn(readFileSync(path.join(source, file), 'utf8')).map((text) => ({ file, text })),
    );
}

function examplesIn(program: string): readonly string[] {
  const comments = program.match(/\/\*\*.*?\*\//gsu) ?? [];
  return comments
    .map((comment) => comment.replaceAll(/^[ \t]*\*(?: |$)/gmu, ''))
    .flatMap((comment) => [...comment.matchAll(/@example\s+```ts\n(.*?)```/gsu)])
    .map(([, text = '']) => text);
}

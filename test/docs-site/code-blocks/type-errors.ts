import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import type { Example } from './pages.ts';

const extensionApi = 'extension/src/api/microsip-api.ts';

/** What the compiler has against programs, each checked as a module of its own in this folder. */
export function typeErrors(programs: readonly Example[]): readonly string[] {
  const sources = new Map(
    programs.map(({ block, file }, index) => [
      path.join(import.meta.dirname, `example-${index}.ts`),
      { file, text: withPhone(block.text) },
    ]),
  );
  // Whoever uses the extension's API copies its types beside the source.
  sources.set(path.join(import.meta.dirname, path.basename(extensionApi)), {
    file: extensionApi,
    text: readFileSync(path.join(import.meta.dirname, '../../..', extensionApi), 'utf8'),
  });
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => sources.has(path.normalize(name)) || fileExists(name);
  host.readFile = (name) => sources.get(path.normalize(name))?.text ?? readFile(name);
  host.getSourceFile = (name, language, ...others) => {
    const text = sources.get(path.normalize(name))?.text;
    return text === undefined
      ? getSourceFile(name, language, ...others)
      : ts.createSourceFile(name, text, language);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const page = file === undefined ? '' : sources.get(path.normalize(file.fileName))?.file;
    return `${page ?? file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** What a piece of a program has from its surroundings, by what stands in it. */
const surroundings: readonly (readonly [uses: RegExp, brings: RegExp, given: string])[] = [
  [/(?:)/u, /\bimport .*\bMicroSip\b/u, "import { MicroSip } from 'microsip-sdk';"],
  [/\bphone\b/u, /\bphone =/u, "await using phone = await MicroSip.connect({ backend: 'simulator' });"],
];

/** A piece that goes on with the phone of the one before it gets one. */
function withPhone(text: string): string {
  const given = surroundings.filter(([uses, brings]) => uses.test(text) && !brings.test(text));
  return [...given.map(([, , line]) => line), text].join('\n');
}

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

/** A piece that goes on with the phone of the one before it gets one. */
export function withPhone(text: string): string {
  const preludes = [
    ...(/\bimport .*\bMicroSip\b/u.test(text) ? [] : ["import { MicroSip } from 'microsip-sdk';"]),
    ...(/\bphone\b/u.test(text) && !/\bphone =/u.test(text)
      ? ["await using phone = await MicroSip.connect({ backend: 'simulator' });"]
      : []),
  ];
  return `${preludes.join('\n')}\n${text}`;
}

import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';

import { execa } from 'execa';
import { CommanderError } from 'commander';
import ts from 'typescript';

import { referencePages } from '../../docs-site/reference/reference-pages.mts';
import { createProgram } from '../../sdk/src/cli/program.ts';
import { describeOnPosix } from '../support/mocha/platform-tests.ts';
import { exampleMachine } from './example-machines.ts';
import { fencedBlocks, type FencedBlock } from './fenced-blocks.ts';

const root = path.join(import.meta.dirname, '../..');
const extensionApi = 'extension/src/api/microsip-api.ts';
const pages = [
  'README.md',
  'sdk/README.md',
  'extension/README.md',
  ...globSync('docs-site/docs/**/*.md', { cwd: root, exclude: ['**/generated/**', '**/docs/sdk/**'] }),
]
  .map((file) => ({ file, markdown: readFileSync(path.join(root, file), 'utf8') }))
  .concat(Object.entries(referencePages()).map(([file, markdown]) => ({ file, markdown })))
  .map(({ file, markdown }) => ({ file, blocks: fencedBlocks(markdown) }));

interface Example {
  readonly file: string;
  readonly block: FencedBlock;
}

function examples(fits: (block: FencedBlock) => boolean): readonly Example[] {
  return pages.flatMap(({ blocks, file }) => blocks.filter(fits).map((block) => ({ file, block })));
}

/** The words of a line of a shell; examples need no more of it than quotes and comments. */
function wordsOf(line: string): readonly string[] {
  const words = line.matchAll(/"([^"]*)"|'([^']*)'|(#.*)|(\S+)/gu);
  return [...words].flatMap(([, double, single, comment, bare]) =>
    comment === undefined ? [double ?? single ?? bare ?? ''] : [],
  );
}

/** The words behind `microsip` in a line that starts it. */
function commandIn(line: string): readonly string[] | undefined {
  const words = wordsOf(line);
  const start = words[0] === 'npx' ? 1 : 0;
  return words[start] === 'microsip' ? words.slice(start + 1) : undefined;
}

async function isUnderstood(words: readonly string[]): Promise<boolean> {
  const program = createProgram(() => Promise.resolve(), new PassThrough().resume());
  try {
    await program.parseAsync([...words], { from: 'user' });
    return true;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0;
    throw error;
  }
}

describe('the examples of the documentation', () => {
  it('are commands that microsip knows, with options that it takes', async () => {
    const commands = examples(({ language }) => ['bash', 'powershell'].includes(language)).flatMap(
      ({ block, file }) =>
        block.text.split('\n').flatMap((line) => {
          const words = commandIn(line);
          return words === undefined ? [] : [{ file, line, words }];
        }),
    );
    assert.ok(commands.length > 30);
    const strange = [];
    for (const { file, line, words } of commands) {
      if (!(await isUnderstood(words))) strange.push(`${file}: ${line}`);
    }
    assert.deepEqual(strange, []);
  });

  it('are programs that fit the types of the SDK', function () {
    this.timeout(60_000);
    const programs = examples(({ language }) => language === 'ts');
    assert.ok(programs.length > 3);
    assert.deepEqual(typeErrors(programs), []);
  });
});

/** What the compiler has against programs, each checked as a module of its own in `test/`. */
function typeErrors(programs: readonly Example[]): readonly string[] {
  const sources = new Map(
    programs.map(({ block, file }, index) => [
      path.join(import.meta.dirname, `example-${index}.ts`),
      { file, text: withPhone(block.text) },
    ]),
  );
  // Whoever uses the extension's API copies its types beside the source.
  sources.set(path.join(import.meta.dirname, path.basename(extensionApi)), {
    file: extensionApi,
    text: readFileSync(path.join(root, extensionApi), 'utf8'),
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
function withPhone(text: string): string {
  const preludes = [
    ...(/\bimport .*\bMicroSip\b/u.test(text) ? [] : ["import { MicroSip } from 'microsip-sdk';"]),
    ...(/\bphone\b/u.test(text) && !/\bphone =/u.test(text)
      ? ["await using phone = await MicroSip.connect({ backend: 'simulator' });"]
      : []),
  ];
  return `${preludes.join('\n')}\n${text}`;
}

/** After a wanted change: UPDATE_SNAPSHOTS=1 npx mocha test/docs-site/examples.test.ts */
const updates = process.env['UPDATE_SNAPSHOTS'] !== undefined;

describeOnPosix('what the documentation says that a command prints', () => {
  const shown = examples(({ attributes }) => attributes['on'] !== undefined);

  for (const { block, file } of shown) {
    const { on = '', title = '' } = block.attributes;
    it(`is what it prints: ${title} (${file}, on ${on})`, async function () {
      this.timeout(60_000);
      using machine = exampleMachine(on);
      const main = path.join(root, 'sdk/src/cli/main.ts');
      const { all } = await execa(process.execPath, [main, ...(commandIn(title) ?? []), ...machine.words], {
        all: true,
        env: machine.environment,
        reject: false,
      });
      const printed = `${machine.shown(all)}\n`;
      if (updates && printed !== block.text) replaceIn(file, block, printed);
      else assert.equal(printed, block.text);
    });
  }
});

/** Puts what is printed now into a page. */
function replaceIn(file: string, block: FencedBlock, printed: string): void {
  const page = path.join(root, file);
  const text = readFileSync(page, 'utf8');
  // The pages of the blocks before it may have changed since.
  const current = fencedBlocks(text).find(
    ({ attributes }) => JSON.stringify(attributes) === JSON.stringify(block.attributes),
  );
  if (current === undefined) throw new Error(`The example is gone from ${file}.`);
  writeFileSync(
    page,
    text.slice(0, current.offset) + printed + text.slice(current.offset + current.text.length),
  );
}

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import type { DocumentedExample } from './documented-example.ts';

const source = path.join(import.meta.dirname, '../../../sdk/src');

/** What a reader of an example has at hand without being told: its name, its type, and where that comes from. */
const atHand: Readonly<Record<string, string>> = {
  phone: "import('FILE/microsip.ts').MicroSip",
  hooks: "import('FILE/index.ts').HookControl",
  log: "import('FILE/index.ts').LogControl",
  input: 'string',
  dataDirectory: 'string',
  folder: 'string',
  installation: "import('FILE/index.ts').Installation",
  readFile: '(file: string) => Promise<Uint8Array>',
  signal: 'AbortSignal',
};

/** An example as a module that can be compiled and run. */
export interface ExampleModule {
  readonly text: string;
  /** What it takes for granted: its caller hands that over to `run`. */
  readonly needs: readonly string[];
}

/**
 * Makes a module of an example: imports what it names, and hands each value behind which a comment says what it is to
 * `shown`.
 *
 * @param folder - where the module will lie
 */
export function exampleModule({ file, text }: DocumentedExample, folder: string): ExampleModule {
  const program = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2023, true);
  const { declared, used } = namesIn(program);
  const free = [...used].filter((name) => !declared.has(name));
  const place = (module: string): string =>
    path.relative(folder, path.join(source, module)).replaceAll('\\', '/');
  const imports = free.flatMap((name) => importOf(name, file, place));
  const needs = free.filter((name) => name in atHand);
  const types = needs.map(
    (name) =>
      `${name}: ${(atHand[name] ?? '').replace(/FILE\/([\w.-]+)/u, (_, module: string) => place(module))}`,
  );
  return {
    needs,
    text: [
      ...imports,
      // What an example prints is for its readers.
      'const console = { log: (..._: unknown[]) => undefined, error: (..._: unknown[]) => undefined };',
      'const process = { stdout: { write: (_: string) => true } };',
      'type Shown = (value: () => unknown, said: string) => Promise<void>;',
      `export async function run(shown: Shown, { ${needs.join(', ')} }: { ${types.join('; ')} }): Promise<void> {`,
      ...program.statements.map((statement) => withCheck(statement, program)),
      '}',
      '',
    ].join('\n'),
  };
}

/** `sum(1, 2); // 3` is a statement and what is said about it. */
function withCheck(statement: ts.Statement, program: ts.SourceFile): string {
  const text = statement.getText();
  if (!ts.isExpressionStatement(statement)) return text;
  const behind = program.text.slice(statement.end);
  const said = /^[ \t]*\/\/ (?<said>.*)$|^\n\/\/ (?<below>[[{"'].*)$/mu.exec(
    behind.split('\n').slice(0, 2).join('\n'),
  );
  const words = said?.groups?.['said'] ?? said?.groups?.['below'];
  if (words === undefined || said?.index !== 0) return text;
  return `await shown(async () => ${statement.expression.getText()}, ${JSON.stringify(words)});`;
}

function namesIn(program: ts.SourceFile): {
  readonly declared: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
} {
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node))
      (isDeclaration(node) ? declared : isUse(node) ? used : new Set<string>()).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(program);
  return { declared, used };
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
    parent.name === node
  );
}

function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isBindingElement(parent) && parent.propertyName === node);
}

/** A name of the file the example stands in, or of a public entry. */
function importOf(name: string, file: string, place: (module: string) => string): readonly string[] {
  const entries = globSync('{index.ts,*/index.ts}', { cwd: source });
  const places = [file, ...entries, ...globSync('**/*.ts', { cwd: source })];
  const home = places.find((module) => exportsOf(module).has(name));
  return home === undefined ? [] : [`import { ${typeMark(name, home)}${name} } from '${place(home)}';`];
}

function typeMark(name: string, module: string): string {
  return exportsOf(module).get(name) === 'type' ? 'type ' : '';
}

const known = new Map<string, ReadonlyMap<string, 'type' | 'value'>>();

function exportsOf(module: string): ReadonlyMap<string, 'type' | 'value'> {
  const text = readFileSync(path.join(source, module), 'utf8');
  const found = known.get(module) ?? exportedNames(text);
  known.set(module, found);
  return found;
}

function exportedNames(text: string): ReadonlyMap<string, 'type' | 'value'> {
  const names = new Map<string, 'type' | 'value'>();
  for (const [, kind = '', name = ''] of text.matchAll(
    /^export (?:async )?(?:abstract )?(function\*?|const|class|type|interface) (\w+)/gmu,
  )) {
    names.set(name, kind === 'type' || kind === 'interface' ? 'type' : 'value');
  }
  for (const [, isType, list = ''] of text.matchAll(/^export (type )?\{([^}]*)\}/gmu)) {
    for (const item of list.split(',').map((part) => part.trim())) {
      const name = item.replace(/^type /u, '').replace(/^.* as /u, '');
      if (name !== '') names.set(name, isType !== undefined || item.startsWith('type ') ? 'type' : 'value');
    }
  }
  return names;
}

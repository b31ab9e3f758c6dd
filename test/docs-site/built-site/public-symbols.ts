import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const sdk = path.join(import.meta.dirname, '../../../sdk');

/** Something that programs import from the SDK. */
export interface PublicSymbol {
  readonly name: string;
  /** What follows the package's name, such as `/target`; empty for the package itself. */
  readonly entry: string;
  /** Where its page may be, without the address of its entry: what it is decides. */
  readonly places: readonly string[];
  /** The entries that export this very symbol. */
  readonly entries: readonly string[];
}

/** Every symbol of every entry that the package names, as the compiler sees them in the sources. */
export function publicSymbols(): readonly PublicSymbol[] {
  const files = sourcesOfEntries();
  const program = ts.createProgram([...files.values()], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exported = [...files].flatMap(([entry, file]) => {
    const source = program.getSourceFile(file);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing.`);
    return checker.getExportsOfModule(module).map((symbol) => ({
      entry,
      name: symbol.name,
      meant: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }));
  });
  return exported.map(({ entry, meant, name }) => ({
    name,
    entry,
    places: kinds.filter(([flag]) => meant.flags & flag).map(([, folder]) => `${folder}/${name}`),
    entries: exported.filter((other) => other.meant === meant).map((other) => other.entry),
  }));
}

const kinds = [
  [ts.SymbolFlags.Class, 'classes'],
  // A class that is exported as a type only, since programs get it from somewhere, is told of as what it offers.
  [ts.SymbolFlags.Class, 'interfaces'],
  [ts.SymbolFlags.Interface, 'interfaces'],
  [ts.SymbolFlags.TypeAlias, 'type-aliases'],
  [ts.SymbolFlags.Function, 'functions'],
  [ts.SymbolFlags.Variable, 'variables'],
] as const;

/** The sources of what `package.json` lets others import. */
function sourcesOfEntries(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { readonly types: string }>;
  };
  return new Map(
    Object.entries(exports).flatMap(([entry, target]) =>
      typeof target === 'string'
        ? []
        : [
            [
              entry.slice(1),
              path.join(sdk, target.types.replace('/dist/', '/src/').replace(/\.d\.ts$/u, '.ts')),
            ] as const,
          ],
    ),
  );
}

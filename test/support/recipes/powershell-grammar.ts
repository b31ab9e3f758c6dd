import path from 'node:path';

import { Language, Parser, type Node } from 'web-tree-sitter';

import { provideNpmPackage } from '../windows/npm-package.ts';

/** The grammar as WebAssembly. The package is for npm to build a native module of, and is not installed for that. */
const grammar = {
  name: 'tree-sitter-powershell',
  version: '0.26.4',
  integrity:
    'sha512-5RwNW/qN/cKArZY0znvTOG+OWSau7Agel5K0A8KQ5Nubw/4SyZ5KC02RKCaYcA2ur5UQ8esyxe9+6yXup2MXkw==',
};

/** Finds what is no PowerShell in a script: the places, as text; empty where it is one. */
export type CheckPowershell = (script: string) => readonly string[];

export async function providePowershellGrammar(): Promise<CheckPowershell> {
  const folder = await provideNpmPackage(grammar);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(folder, 'tree-sitter-powershell.wasm')));
  return (script) => {
    const tree = parser.parse(script);
    if (tree === null) throw new Error('The grammar gave no tree.');
    try {
      return errorsIn(tree.rootNode);
    } finally {
      tree.delete();
    }
  };
}

function errorsIn(node: Node): readonly string[] {
  if (!node.hasError && !node.isMissing) return [];
  const inner = node.children.flatMap((child) => errorsIn(child));
  if (inner.length > 0) return inner;
  return node.isError || node.isMissing
    ? [`line ${node.startPosition.row + 1}: ${node.isMissing ? `missing ${node.type}` : node.text}`]
    : [];
}

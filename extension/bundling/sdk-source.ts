import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Plugin } from 'esbuild';

const extension = path.join(import.meta.dirname, '..');
const sdk = path.join(extension, '../sdk');

const takenFromSdk =
  /\b(?<verb>import|export) \{(?<names>[^{}]*)\} from '(?<specifier>microsip-sdk[\w/-]*)';/gu;

/**
 * Takes from the SDK the very modules that hold what is imported. Its bundle, or the files that list what it exports,
 * would bring all they list into the start: esbuild divides a bundle by what files import, used or not.
 */
export const sdkSource: Plugin = {
  name: 'sdk-source',
  setup(bundle) {
    bundle.onResolve({ filter: /^microsip-sdk(?:\/|$)/ }, ({ kind, path: specifier }) =>
      kind === 'dynamic-import'
        ? {
            errors: [
              { text: `import('${specifier}') brings all of it along: import a file that needs some of it` },
            ],
          }
        : { path: entryFile(specifier), sideEffects: false },
    );
    bundle.onLoad(
      { filter: /[\\/]extension[\\/]src[\\/].*\.ts$/, namespace: 'file' },
      async ({ path: file }) => ({
        contents: importDirectly(await readFile(file, 'utf8')),
        loader: 'ts',
      }),
    );
  },
};

/** The source of the file that an import of the SDK leads to. */
function entryFile(specifier: string): string {
  const { exports } = JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, { readonly default: string }>>;
  };
  const built = exports[specifier.replace('microsip-sdk', '.')]?.default;
  if (built === undefined) throw new Error(`${specifier} is not exported`);
  return path.join(sdk, built.replace('./dist/', 'src/').replace(/\.js$/u, '.ts'));
}

/** Imports of the SDK led past its entries, on as many lines as before. */
function importDirectly(code: string): string {
  return code.replaceAll(takenFromSdk, (statement, verb: string, names: string, specifier: string) => {
    const entry = entryFile(specifier);
    const values = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '));
    const direct = values.map((name) => {
      return `${verb} { ${name} } from ${JSON.stringify(exportingModule(name.replace(/ as .*/u, ''), entry))};`;
    });
    return direct.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
  });
}

/** The module from which an entry exports a name; the entry itself where that cannot be told. */
function exportingModule(name: string, entry: string): string {
  const exported = new RegExp(String.raw`export \{[^{}]*\b${name}\b[^{}]*\} from '(?<module>[^']+)'`, 'u');
  const module = exported.exec(readFileSync(entry, 'utf8'))?.groups?.['module'];
  return module === undefined ? entry : path.join(path.dirname(entry), module);
}

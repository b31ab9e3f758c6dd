// Bundles the package's JavaScript into dist/, beside the declarations of tsc: node sdk/bundle.mjs
//
// A module costs Node.js a third of a millisecond to find and load, and there are hundreds of them.
// Plain JavaScript, as bootstrap.mjs: `npm install` runs it with whatever Node.js is there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyLicenses } from './third-party-licenses.mjs';

const packageFolder = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(packageFolder, 'dist');

/** What package.json exports. */
const library = [
  'index',
  'catalogue/index',
  'target/index',
  'phone-model/index',
  'pjsip-log/index',
  'explanation/index',
  'recipes/index',
  'diagnosis/index',
  'simulator/index',
];

/** What runs as a process of its own, nobody imports it; and the module that stands for all it loads at its start. */
const programs = [
  { entry: 'cli/main', start: 'cli/run-command-line' },
  { entry: 'simulator/program', start: 'simulator/start/start-program' },
];

/** @typedef {Map<string, string>} Files content by path, relative to the package */

/**
 * @param {string[]} modules without `.ts`, relative to `src/`
 * @param {string} chunkFolder one level below `dist/`, as the rooms are: `../` leads to the same place from both
 * @param {Pick<import('esbuild').BuildOptions, 'external' | 'packages' | 'plugins'>} options
 */
async function bundle(modules, chunkFolder, options) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: packageFolder,
    entryPoints: modules.map((module) => `src/${module}.ts`),
    outbase: 'src',
    outdir: 'dist',
    chunkNames: `${chunkFolder}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    sourcemap: 'linked',
    // The package brings `src/`, to which its declarations lead as well.
    sourcesContent: false,
    metafile: true,
    write: false,
    ...options,
  });
  /** @type {Files} */
  const files = new Map(outputFiles.map((file) => [path.relative(packageFolder, file.path), file.text]));
  return { files, inputs: Object.keys(metafile.inputs) };
}

/** The library's rooms share their classes and leave packages to whoever installs or bundles it. */
async function bundleLibrary() {
  const { files } = await bundle(library, 'chunks', {
    packages: 'external',
    plugins: [startInOneFile('microsip')],
  });
  for (const [file, text] of files) if (file.endsWith('.js')) files.set(file, withoutBareImports(text));
  return files;
}

/**
 * Drops the imports that only keep the order of effects. The package has none ("sideEffects": false), and whoever
 * bundles it would be warned about each. The lines stay where the source map has them.
 *
 * @param {string} code written by esbuild
 */
function withoutBareImports(code) {
  return code.replaceAll(/^import "\.{1,2}\/[^"]+";$/gmu, '');
}

/** Packages that are not JavaScript alone: koffi, which need not be there, finds its binary part beside itself. */
const nativePackages = ['koffi'];

/**
 * A program carries all it needs: each start waits for every file that is loaded.
 *
 * @param {{ entry: string, start: string }} program
 */
async function bundleProgram({ entry, start }) {
  const folder = path.dirname(entry);
  const { files, inputs } = await bundle([entry], folder, {
    external: nativePackages,
    plugins: [startInOneFile(start)],
  });
  for (const [file, text] of files) if (file.endsWith('.js')) files.set(file, withoutModuleViews(text));
  files.set(path.join('dist', folder, 'third-party-licenses.txt'), thirdPartyLicenses(packageFolder, inputs));
  return files;
}

/** The rooms that a browser loads too, which must not lead to Node's modules. */
const runsInBrowser = /[\\/]src[\\/](?:catalogue|target|phone-model|pjsip-log|explanation|recipes)[\\/]/u;

/**
 * Modules that the start shares with what is loaded later, esbuild puts into one file for each set of their users: a
 * dozen files. When all that is loaded later imports the whole start, which is there by then, it is one file.
 *
 * @param {string} start
 * @returns {import('esbuild').Plugin}
 */
function startInOneFile(start) {
  const startFile = path.join(packageFolder, 'src', `${start}.ts`);
  return {
    name: 'start-in-one-file',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ importer, kind, path: specifier, resolveDir }) =>
        kind === 'dynamic-import' && !runsInBrowser.test(importer)
          ? { path: path.join(resolveDir, specifier), namespace: 'loaded-later' }
          : undefined,
      );
      onLoad({ filter: /\.ts$/, namespace: 'loaded-later' }, ({ path: file }) => ({
        contents: `export * from ${JSON.stringify(file)}; export * as start from ${JSON.stringify(startFile)};`,
        resolveDir: path.dirname(file),
      }));
    },
  };
}

/**
 * Takes Node's own modules as `require` does. The view that `import` makes of them calls all of their lazy getters: it
 * loads streams, readline and workers, 6 ms for a command that uses none of them.
 *
 * @param {string} code written by esbuild
 */
function withoutModuleViews(code) {
  return code.replaceAll(
    /^import (?:(\w+)|(\{[^{}]*\})|\* as (\w+)) from "(node:[\w/]+)";$/gmu,
    (_statement, defaultName, names, namespace, module) =>
      `const ${defaultName ?? namespace ?? names.replaceAll(' as ', ': ')} = globalThis.process.getBuiltinModule("${module}");`,
  );
}

/** The program that MicroSIP starts at its events goes along as it is: it is made to start fast, and is copied from here. */
function hookProgram() {
  const folder = 'events/hooks/program';
  const names = readdirSync(path.join(packageFolder, 'src', folder));
  /** @type {Files} */
  const files = new Map(
    names.map((name) => [
      path.join('dist', folder, name),
      readFileSync(path.join(packageFolder, 'src', folder, name), 'utf8'),
    ]),
  );
  return files;
}

/**
 * Writes what is new, so that a running process finds its files unchanged, and removes what no build wrote.
 *
 * @param {Files} files
 */
function update(files) {
  for (const [name, text] of files) {
    const file = path.join(packageFolder, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dist, name);
    if (files.has(path.join('dist', name)) || isFromTsc(name) || statSync(file).isDirectory()) continue;
    rmSync(file);
  }
}

/** @param {string} name relative to `dist/` */
function isFromTsc(name) {
  const module = /^(.*)\.d\.ts(?:\.map)?$/u.exec(name)?.[1];
  if (module === undefined) return name.endsWith('.tsbuildinfo');
  return existsSync(path.join(packageFolder, 'src', `${module}.ts`));
}

const bundles = await Promise.all([bundleLibrary(), ...programs.map(bundleProgram)]);
update(new Map([...bundles, hookProgram()].flatMap((files) => [...files])));

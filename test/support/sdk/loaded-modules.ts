import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import * as v from 'valibot';

import { temporaryDirectory } from './temporary-directory.ts';

const sdk = path.join(import.meta.dirname, '../../../sdk');

/** Tells at the end of a process which files it loaded, and which of Node's own modules. */
const recorder = (reportFile: string): string => `
  const files = [];
  process.getBuiltinModule('node:module').registerHooks({
    load(url, context, next) { files.push(url); return next(url, context); },
  });
  process.on('exit', () => process.getBuiltinModule('node:fs').writeFileSync(
    ${JSON.stringify(reportFile)},
    JSON.stringify({ files, moduleLoadList: process.moduleLoadList }),
  ));`;

const report = v.object({ files: v.array(v.string()), moduleLoadList: v.array(v.string()) });
const sourceMap = v.object({ sources: v.array(v.string()) });

/** What a process loaded. */
export interface LoadedModules {
  /** The files it read. */
  readonly files: readonly string[];
  /** The modules of the SDK in these files, such as `src/target/target.ts`, and packages, such as `execa`. */
  readonly modules: ReadonlySet<string>;
  /** Node's own modules, such as `crypto`. */
  readonly builtins: ReadonlySet<string>;
}

/** Runs Node.js and finds out, through the source maps, what the bundles that it loaded consist of. */
export async function modulesLoadedBy(...parameters: readonly string[]): Promise<LoadedModules> {
  using directory = temporaryDirectory();
  const reportFile = path.join(directory.path, 'loaded.json');
  const preload = `data:text/javascript,${encodeURIComponent(recorder(reportFile))}`;
  await promisify(execFile)(process.execPath, ['--import', preload, ...parameters], { cwd: sdk });

  const { files, moduleLoadList } = v.parse(report, JSON.parse(await readFile(reportFile, 'utf8')));
  const loaded = files.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  return {
    files: loaded,
    modules: new Set((await Promise.all(loaded.map(modulesIn))).flat()),
    builtins: new Set(
      moduleLoadList.filter((name) => /^NativeModule (?!internal)/u.test(name)).map((name) => name.slice(13)),
    ),
  };
}

async function modulesIn(file: string): Promise<string[]> {
  if (!file.startsWith(path.join(sdk, 'dist'))) return [packageOf(file) ?? path.relative(sdk, file)];
  const { sources } = v.parse(sourceMap, JSON.parse(await readFile(`${file}.map`, 'utf8')));
  return sources.map((source) => {
    const module = path.resolve(path.dirname(file), source);
    return packageOf(module) ?? path.relative(sdk, module).replaceAll('\\', '/');
  });
}

function packageOf(file: string): string | undefined {
  return /^.*node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/u.exec(file)?.[1]?.replaceAll('\\', '/');
}

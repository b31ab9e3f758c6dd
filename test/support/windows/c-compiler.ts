import path from 'node:path';

import { findOnPath } from '../find-executable.ts';
import type { Provided } from '../provided.ts';
import { lastLines, runCommand } from '../run-command.ts';

/** Makes programs for Windows of C. */
export interface CCompiler {
  readonly gcc: string;
  readonly windres: string;
}

/** Debian's names for what is needed where there is no Windows. */
export const debianCompiler = 'gcc-mingw-w64-x86-64';

/** GCC for Windows: as a cross compiler, or on Windows itself. */
export function findCCompiler(environment: NodeJS.ProcessEnv = process.env): Provided<CCompiler> {
  const prefix = process.platform === 'win32' ? '' : 'x86_64-w64-mingw32-';
  const gcc = findOnPath([`${prefix}gcc`], environment);
  const windres = findOnPath([`${prefix}windres`], environment);
  return gcc === undefined || windres === undefined
    ? { ok: false, reason: `there is no ${prefix}gcc` }
    : { ok: true, value: { gcc, windres } };
}

const compilerFlags = [
  '-std=gnu17',
  '-O1',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-DWIN32_LEAN_AND_MEAN',
  '-municode',
];

// A fixed address lets every start of a program find its window: MicroSIP compares addresses of modules (facts B).
const linkerFlags = ['-municode', '-static', '-Wl,--disable-dynamicbase'];
const libraries = ['-lpsapi', '-lshell32', '-lole32', '-lversion'];

/**
 * Compiles C.
 *
 * @param sources - absolute paths
 * @param folder - where the objects go; it is there and has none
 * @returns the objects
 * @throws Error with what the compiler says
 */
export async function compileC(
  { gcc }: CCompiler,
  sources: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  await run(gcc, ['-c', ...compilerFlags, ...sources], folder);
  return sources.map((source) => path.join(folder, `${path.basename(source, '.c')}.o`));
}

/**
 * Compiles the resources of a program.
 *
 * @param defines - names and values for the preprocessor
 * @returns their object
 * @throws Error with what the compiler says
 */
export async function compileResources(
  { windres }: CCompiler,
  source: string,
  object: string,
  defines: Readonly<Record<string, string>>,
): Promise<string> {
  const defined = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  await run(windres, [...defined, source, '-o', object], path.dirname(object));
  return object;
}

/**
 * Makes a program of objects.
 *
 * @param kind - whether it is for the console or has windows
 * @throws Error with what the linker says
 */
export async function link(
  { gcc }: CCompiler,
  objects: readonly string[],
  output: string,
  kind: 'console' | 'windows',
): Promise<void> {
  await run(gcc, [...linkerFlags, `-m${kind}`, '-o', output, ...objects, ...libraries], path.dirname(output));
}

async function run(file: string, parameters: readonly string[], folder: string): Promise<void> {
  const { ok, output } = await runCommand(file, parameters, { cwd: folder, timeout: 300_000 });
  if (!ok) throw new Error(`${file} failed:\n${lastLines(output, 40)}`);
}

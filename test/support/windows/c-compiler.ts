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

/** A program to be made. */
export interface CProgram {
  /** Absolute paths of `.c` files, and of an `.rc` file if it has resources. */
  readonly sources: readonly string[];
  readonly output: string;
  /** Names and values for the preprocessor. */
  readonly defines?: Readonly<Record<string, string>>;
  /** Whether it has windows; else it is for the console. */
  readonly hasWindows: boolean;
}

// A fixed address lets every start of a program find its window: MicroSIP compares addresses of modules (facts B).
const flags = [
  '-std=gnu17',
  '-O1',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-municode',
  '-static',
  '-Wl,--disable-dynamicbase',
];
const libraries = ['-lpsapi', '-lshell32', '-lole32'];

/**
 * Makes a program.
 *
 * @throws Error with what the compiler says
 */
export async function compile(compiler: CCompiler, program: CProgram): Promise<void> {
  const { sources, output, defines = {}, hasWindows } = program;
  const defined = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  const resources = sources.filter((source) => source.endsWith('.rc'));
  const objects: string[] = [];
  for (const resource of resources) {
    const object = `${output}.${path.basename(resource, '.rc')}.o`;
    await run(compiler.windres, [...defined, '-I', path.dirname(resource), resource, '-o', object]);
    objects.push(object);
  }
  const code = sources.filter((source) => !resources.includes(source));
  const windowed = hasWindows ? ['-mwindows'] : [];
  await run(compiler.gcc, [
    ...flags,
    ...windowed,
    ...defined,
    '-o',
    output,
    ...code,
    ...objects,
    ...libraries,
  ]);
}

async function run(file: string, parameters: readonly string[]): Promise<void> {
  const { ok, output } = await runCommand(file, parameters, { timeout: 120_000 });
  if (!ok) throw new Error(`${file} failed:\n${lastLines(output, 40)}`);
}

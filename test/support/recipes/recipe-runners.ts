import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';

import type { Recipe } from '../../../sdk/src/recipes/recipe.ts';
import { installDebianPackages } from '../debian-packages.ts';
import { findOnPath } from '../find-executable.ts';
import type { Provided } from '../provided.ts';

/** How a recipe ended. */
export interface RecipeEnd {
  readonly exitCode: number | undefined;
  readonly stderr: string;
}

/** Runs a recipe from a folder, as its language is run. */
export type RunRecipe = (recipe: Recipe, folder: string) => Promise<RecipeEnd>;

const timeout = 60_000;

function saved({ fileName, text }: Recipe, folder: string): string {
  const file = path.join(folder, fileName);
  writeFileSync(file, text);
  return file;
}

async function run(file: string, parameters: readonly string[]): Promise<RecipeEnd> {
  const { exitCode, stderr } = await execa(file, parameters, { reject: false, timeout, stdin: 'ignore' });
  return { exitCode, stderr };
}

/** A program from the PATH, or else from Debian's packages. */
async function provideProgram(name: string, debianPackage: string): Promise<Provided<string>> {
  const there = findOnPath([name]);
  if (there !== undefined) return { ok: true, value: there };
  const installed = await installDebianPackages([debianPackage]);
  if (!installed.ok) return installed;
  const now = findOnPath([name]);
  return now === undefined
    ? { ok: false, reason: `${debianPackage} has no ${name}` }
    : { ok: true, value: now };
}

/** Node.js itself: the one that runs the tests. */
export const runNodeRecipe: RunRecipe = (recipe, folder) => run(process.execPath, [saved(recipe, folder)]);

export async function providePython(): Promise<Provided<string>> {
  return await provideProgram('python3', 'python3');
}

export async function providePythonRunner(): Promise<Provided<RunRecipe>> {
  const python = await providePython();
  if (!python.ok) return python;
  return { ok: true, value: (recipe, folder) => run(python.value, [saved(recipe, folder)]) };
}

/** Mono knows C# 5, as the compiler of .NET Framework does, and the registry's classes. */
export async function provideCsharpRunner(): Promise<Provided<RunRecipe>> {
  const compiler = await provideProgram('mcs', 'mono-mcs');
  if (!compiler.ok) return compiler;
  const runtime = await provideProgram('mono', 'mono-runtime');
  if (!runtime.ok) return runtime;
  return {
    ok: true,
    value: async (recipe, folder) => {
      const program = path.join(folder, 'recipe.exe');
      const options = ['-langversion:5', '-warnaserror', `-out:${program}`];
      const compiled = await run(compiler.value, [...options, saved(recipe, folder)]);
      return compiled.exitCode === 0 ? await run(runtime.value, [program]) : compiled;
    },
  };
}

/** PowerShell 7, which few machines but Windows have: nothing where it is not there. */
export function powershellRunner(): RunRecipe | undefined {
  const pwsh = findOnPath(['pwsh']);
  if (pwsh === undefined) return undefined;
  return (recipe, folder) =>
    run(pwsh, [
      '-NoProfile',
      '-NonInteractive',
      '-ExecutionPolicy',
      'Bypass',
      '-File',
      saved(recipe, folder),
    ]);
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { cacheDirectory } from '../cache-directory.ts';
import { compileC, compileResources, link, type CCompiler } from './c-compiler.ts';
import { standInsVariable } from './stand-in-phone.ts';

/** Where the tests are told the programs to be. */
export type ProgramVariables = Readonly<Record<typeof standInsVariable | 'MICROSIP_PROFILE_ORACLE', string>>;

const standInFolder = path.join(import.meta.dirname, 'stand-in');
const oracleSource = path.join(import.meta.dirname, 'profile-oracle.c');

/**
 * Makes the programs of the tests on Windows, or takes those that were made of the same sources before.
 *
 * @returns their paths, by the variables that name them
 */
export async function provideWindowsPrograms(compiler: CCompiler): Promise<ProgramVariables> {
  const folder = path.join(cacheDirectory(), `windows-programs-${hashOfSources()}`);
  if (!existsSync(folder)) await makeAll(compiler, folder);
  return { [standInsVariable]: folder, MICROSIP_PROFILE_ORACLE: path.join(folder, 'profile-oracle.exe') };
}

function standInSources(): readonly string[] {
  return readdirSync(standInFolder)
    .sort()
    .map((file) => path.join(standInFolder, file));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of [...standInSources(), oracleSource, path.join(import.meta.dirname, 'c-compiler.ts')]) {
    hash.update(path.basename(file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** All or nothing: a run that is interrupted leaves no half of them. */
async function makeAll(compiler: CCompiler, folder: string): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    await makeOracle(compiler, making);
    await makeStandIns(compiler, making);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function makeOracle(compiler: CCompiler, folder: string): Promise<void> {
  const objects = await compileC(compiler, [oracleSource], folder);
  await link(compiler, objects, path.join(folder, 'profile-oracle.exe'), 'console');
}

/** The versions differ by their resources: the program does as the version that stands there. */
async function makeStandIns(compiler: CCompiler, folder: string): Promise<void> {
  const sources = standInSources().filter((file) => file.endsWith('.c'));
  const objects = await compileC(compiler, sources, folder);
  for (const version of verifiedVersions) {
    const place = path.join(folder, version);
    mkdirSync(place);
    const [, minor = '', patch = ''] = version.split('.');
    const resources = await compileResources(
      compiler,
      path.join(standInFolder, 'stand-in.rc'),
      path.join(place, 'resources.o'),
      { VERSION_MINOR: minor, VERSION_PATCH: patch },
    );
    await link(compiler, [...objects, resources], path.join(place, 'microsip.exe'), 'windows');
  }
}

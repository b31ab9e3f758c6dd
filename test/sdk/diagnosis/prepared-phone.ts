import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { diagnose, diagnoseInstallation } from '../../../sdk/src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../sdk/src/diagnosis/finding.ts';
import type { Neighbourhood } from '../../../sdk/src/diagnosis/snapshot/neighbourhood.ts';
import type { SnapshotSurroundings } from '../../../sdk/src/diagnosis/snapshot/take-snapshot.ts';
import { HookControl } from '../../../sdk/src/events/hooks/hook-control.ts';
import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import type { Installation } from '../../../sdk/src/installation/installation.ts';
import type { InstallationOptions } from '../../../sdk/src/installation/installation-options.ts';
import type { UserEnvironment } from '../../../sdk/src/installation/system/user-directories.ts';
import { SettingsFile } from '../../../sdk/src/settings/settings-file.ts';
import { encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { forgetInstance } from '../../support/sdk/forget-instance.ts';
import { standInWindows } from '../../support/sdk/stand-in-windows.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';

/** What a phone is set to with which nothing is to be said against it. */
const goodSettings = { enableLog: '1', singleMode: '0', updatesInterval: 'never' };

/** The ini as the simulated phone writes it when it exits. */
async function goodIni(): Promise<string> {
  using directory = temporaryDirectory();
  provideExampleAccount(directory.path, goodSettings);
  const phone = await Simulator.start({ dataDirectory: directory.path });
  await phone.dispose();
  const bytes = readFileSync(path.join(directory.path, 'microsip.ini'));
  forgetInstance(directory.path);
  return bytes.toString('utf16le', 2);
}

let written: Promise<string> | undefined;

/** Alone on its machine, and all links open it. */
const goodNeighbourhood: Neighbourhood = {
  copies: [],
  handlers: [
    { scheme: 'sip', handledBy: 'this-microsip', programExists: true },
    { scheme: 'tel', handledBy: 'this-microsip', programExists: true },
    { scheme: 'callto', handledBy: 'this-microsip', programExists: true },
  ],
  nativeWindows: 'present',
  otherSessions: [],
  missingInPrefix: [],
};

/** The backends a phone can be prepared for on this machine. */
export type PreparedBackend = 'simulator' | 'wine' | 'wsl';

/** An installation nothing is wrong with, made of real files, to be broken. */
export class PreparedPhone implements Disposable {
  readonly directory: string;
  readonly dataDirectory: string;
  /** The program, for the backends that have one. */
  readonly executable: string;
  readonly iniPath: string;
  readonly logPath: string;
  options: InstallationOptions;
  surroundings: SnapshotSurroundings;
  readonly #ini: IniDocument;
  readonly #remove: () => void;

  static async create(backend: PreparedBackend): Promise<PreparedPhone> {
    written ??= goodIni();
    return new PreparedPhone(backend, await written);
  }

  private constructor(backend: PreparedBackend, ini: string) {
    const directory = temporaryDirectory();
    this.#remove = () => directory[Symbol.dispose]();
    this.directory = directory.path;
    this.dataDirectory = path.join(this.directory, 'data');
    this.executable = path.join(this.directory, 'program', 'microsip.exe');
    this.iniPath = path.join(this.dataDirectory, 'microsip.ini');
    this.logPath = path.join(this.dataDirectory, 'microsip_log.txt');
    mkdirSync(this.dataDirectory);
    this.program('program/microsip.exe');
    this.program('bin/wine');
    this.#ini = IniDocument.parse(ini);
    this.settings(() => undefined);
    this.options = {
      backend,
      dataDirectory: this.dataDirectory,
      version: '3.22.16',
      ...(backend !== 'simulator' && { executable: this.executable }),
    };
    this.surroundings = {
      now: Date.UTC(2026, 10, 22),
      user: this.user,
      searchPath: path.join(this.directory, 'bin'),
      neighbourhood: goodNeighbourhood,
      interopTrouble: false,
      ...(backend === 'wsl' && { windows: this.windows({}) }),
    };
  }

  /** Writes the ini anew. */
  settings(edit: (ini: IniDocument) => void): void {
    edit(this.#ini);
    this.file(this.iniPath, encodeIni({ encoding: 'utf-16le', text: this.#ini.toString() }));
  }

  /** The text of the ini. */
  get iniText(): string {
    return this.#ini.toString();
  }

  set(section: string, key: string, text: string): void {
    this.settings((ini) => {
      ini.set(section, key, text);
    });
  }

  /** Has something else lie around the phone. */
  around(neighbourhood: Partial<Neighbourhood>): void {
    this.surroundings = {
      ...this.surroundings,
      neighbourhood: { ...goodNeighbourhood, ...neighbourhood },
    };
  }

  file(file: string, content: Uint8Array | string): void {
    writeFileSync(file, content);
  }

  /** Makes a program that may be started, and gives its path. */
  program(name: string): string {
    const file = path.join(this.directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  }

  /** Whose hook program is meant: it lies in the folder of the phone. */
  get user(): UserEnvironment {
    const home = path.join(this.directory, 'home');
    return { platform: process.platform, env: { LOCALAPPDATA: home, XDG_DATA_HOME: home }, home };
  }

  /** Installs the hooks of the kit, and gives the folder they live in. */
  async installHooks(): Promise<string> {
    const hooks = new HookControl(await findInstallation(this.options), this.closedSettings, this.user);
    await hooks.install();
    return hooks.folder;
  }

  /** The ini, of which nobody need be asked. */
  get closedSettings(): SettingsFile {
    return new SettingsFile(this.iniPath, {
      presence: () => Promise.resolve('not-running'),
      untilIdle: () => Promise.resolve(),
      exit: () => Promise.resolve(),
      start: () => Promise.resolve(),
    });
  }

  /** A Windows on which no phone runs and the camera is allowed, as far as nothing else is said. */
  windows(programs: Parameters<typeof standInWindows>[1]): ReturnType<typeof standInWindows> {
    return standInWindows(path.join(this.directory, 'Windows'), {
      tasklist: "console.log('INFO: No tasks are running which match the specified criteria.')",
      powershell: "console.log('[]')",
      reg: 'process.exit(1)',
      ...programs,
    });
  }

  async diagnose(): Promise<Diagnosis> {
    const { signal } = new AbortController();
    const { backend } = this.options;
    if (backend !== 'wine' && backend !== 'wsl')
      return await diagnose(this.options, signal, this.surroundings);
    const installation = backend === 'wsl' ? this.#onWindows() : await this.#underWine();
    return await diagnoseInstallation(installation, signal, this.surroundings);
  }

  /** Whatever Wine this machine has, the one that counts is that of the phone. */
  async #underWine(): Promise<Installation> {
    const found = await findInstallation(this.options);
    return { ...found, launch: { ...found.launch, file: 'wine' } };
  }

  /** As it would be found in a WSL, which this machine is not. */
  #onWindows(): Installation {
    const { executable = this.executable, version } = this.options;
    return {
      backend: 'wsl',
      version,
      executable,
      dataDirectory: this.dataDirectory,
      logDirectory: this.dataDirectory,
      launch: { file: executable, leadingArguments: [], workingDirectory: path.dirname(executable) },
    };
  }

  [Symbol.dispose](): void {
    this.#remove();
  }
}

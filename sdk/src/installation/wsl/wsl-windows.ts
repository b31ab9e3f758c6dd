import path from 'node:path';

import { MicroSipError } from '../../microsip-error.ts';
import type { DiscoveryStep } from '../discovery/discovery-step.ts';
import type {
  ReachedWindows,
  RunningPhones,
  WindowsSurroundings,
} from '../discovery/windows-surroundings.ts';
import type { LaunchTarget } from '../installation.ts';
import { WindowsProcesses } from '../processes/windows-processes.ts';
import { RegProgram } from '../registry/reg-program.ts';
import { textOf } from '../registry/registry-lookup.ts';
import type { RegistryPath, WindowsRegistry } from '../registry/windows-registry.ts';
import { runSystemProgram } from '../system/run-system-program.ts';
import { windowsSystem, type WindowsSystem } from '../system/windows-system.ts';
import { interopTrouble } from './interop.ts';
import { queriedTexts } from './queried-values.ts';
import { windowsDirectory } from './windows-directory.ts';
import { WslPaths } from './wsl-paths.ts';
import { wslVersion } from './wsl-version.ts';

/** The WSL that is looked out of; left out, the one around this process. */
export interface WslView {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether this is a WSL at all, and which. */
  readonly version: 1 | 2 | undefined;
  readonly paths: WslPaths;
  /** The root of the file system. */
  readonly root: string;
}

/** The WSL around this process. */
export function currentWsl(): WslView {
  return { env: process.env, version: wslVersion(), paths: new WslPaths(), root: '/' };
}

/**
 * The Windows around this WSL, reached by WSL's interop: Linux starts Windows' programs, and sees its drives. No shell
 * takes part in it.
 */
export async function wslWindows(signal: AbortSignal, wsl: WslView = currentWsl()): Promise<ReachedWindows> {
  if (wsl.version === undefined) return unreached('this machine', 'it does not run in WSL');
  const name = `WSL ${wsl.version}`;
  const directory = await windowsDirectory(wsl.paths, wsl.env, signal);
  if (directory === undefined) {
    return unreached(
      name,
      'no drive of Windows with its system folder is there: see that [automount] in /etc/wsl.conf is not switched off',
    );
  }
  const system = windowsSystem(directory);
  const machine = await machineFolders(system, signal);
  if (machine === undefined) {
    return unreached(name, (await interopTrouble(wsl.root)) ?? `${system.reg} could not be run`);
  }
  return {
    surroundings: [new WindowsAroundWsl(wsl.paths, directory, system, machine)],
    steps: [step(name, `Windows is ${directory}, and WSL starts its programs`)],
  };
}

/**
 * The system programs of the Windows around this WSL.
 *
 * @throws MicroSipError `UNSUPPORTED` where there is none, or where its drive is not to be seen
 */
export async function wslSystem(signal: AbortSignal, wsl: WslView = currentWsl()): Promise<WindowsSystem> {
  const directory = await windowsDirectory(wsl.paths, wsl.env, signal);
  if (directory !== undefined) return windowsSystem(directory);
  throw new MicroSipError(
    'UNSUPPORTED',
    'The programs of Windows are not to be seen from here: run this in WSL, and see that [automount] in /etc/wsl.conf is not switched off.',
  );
}

function unreached(looked: string, remark: string): ReachedWindows {
  return { surroundings: [], steps: [step(looked, remark)] };
}

function step(looked: string, remark: string): DiscoveryStep {
  return { place: 'wsl-interop', looked, named: [], remark };
}

/** The folders of programs, for everybody on the machine; it is also the test whether Windows' programs run at all. */
async function machineFolders(
  { reg }: WindowsSystem,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>> | undefined> {
  // Exported, this key would come with thousands of others below it.
  const key = String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion`;
  const output = await runSystemProgram(reg, ['query', key, '/reg:64'], signal);
  if (output?.exitCode !== 0) return undefined;
  const values = queriedTexts(output.stdout);
  return withoutMissing({
    ProgramFiles: values['ProgramFilesDir'],
    'ProgramFiles(x86)': values['ProgramFilesDir (x86)'],
    ProgramW6432: values['ProgramW6432Dir'],
  });
}

/** The variables of everybody, of the user, and of the session; later ones count more. */
const variableKeys: readonly RegistryPath[] = [
  { root: 'HKLM', path: String.raw`SYSTEM\CurrentControlSet\Control\Session Manager\Environment`, view: 64 },
  { root: 'HKCU', path: 'Environment', view: 64 },
  { root: 'HKCU', path: 'Volatile Environment', view: 64 },
];

class WindowsAroundWsl implements WindowsSurroundings {
  readonly backend = 'wsl';
  readonly registry: WindowsRegistry;
  readonly runningPhones: RunningPhones;
  readonly #paths: WslPaths;
  readonly #directory: string;
  readonly #machine: Readonly<Record<string, string>>;
  #environment: Promise<Readonly<Record<string, string | undefined>>> | undefined;

  constructor(
    paths: WslPaths,
    directory: string,
    system: WindowsSystem,
    machine: Readonly<Record<string, string>>,
  ) {
    this.#paths = paths;
    this.#directory = directory;
    this.#machine = machine;
    this.registry = new RegProgram({
      program: system.reg,
      toWindowsPath: async (file, signal) => await this.#reachable(file, signal),
    });
    const processes = new WindowsProcesses({ system });
    this.runningPhones = {
      isCheap: false,
      find: async (signal) => {
        const found = await processes.find('microsip.exe', { details: true, signal });
        return found === 'unknown' ? 'unknown' : found.flatMap(({ executable }) => executable ?? []);
      },
    };
  }

  async environment(signal: AbortSignal): Promise<Readonly<Record<string, string | undefined>>> {
    this.#environment ??= this.#readEnvironment(signal);
    try {
      return await this.#environment;
    } catch (error) {
      this.#environment = undefined;
      throw error;
    }
  }

  async localPath(file: string, signal: AbortSignal): Promise<string | undefined> {
    return await this.#paths.linuxPath(file, signal);
  }

  async windowsPath(file: string, signal: AbortSignal): Promise<string | undefined> {
    return await this.#paths.windowsPath(file, signal);
  }

  async localAppData(signal: AbortSignal): Promise<string | undefined> {
    const folder = (await this.environment(signal))['LOCALAPPDATA'];
    return folder === undefined ? undefined : await this.localPath(folder, signal);
  }

  /**
   * Linux starts the program by its own name for it. WSL hands arguments over one by one, and quotes on the Windows side
   * those that need it by the rules of Microsoft's C runtime (`FormatCommandLine` in WSL's `interop.cpp`), so that one
   * argument stays one.
   */
  launchTarget(executable: string, local: string): LaunchTarget {
    // Elsewhere, such as in the home of Linux, it would stand on a server, which not all programs bear.
    const isOnDrive = /^[a-z]:/iu.test(executable);
    return {
      file: local,
      leadingArguments: [],
      workingDirectory: isOnDrive ? path.posix.dirname(local) : this.#directory,
    };
  }

  async #reachable(file: string, signal: AbortSignal): Promise<string> {
    const reached = await this.#paths.windowsPath(file, signal);
    if (reached !== undefined) return reached;
    throw new MicroSipError(
      'UNSUPPORTED',
      `Windows cannot reach ${file}, by which its registry would be read: set TMPDIR to a folder on a drive of Windows.`,
    );
  }

  async #readEnvironment(signal: AbortSignal): Promise<Readonly<Record<string, string | undefined>>> {
    const root = await this.#paths.windowsPath(this.#directory, signal);
    const keys = await Promise.all(variableKeys.map(async (key) => await this.registry.read(key, signal)));
    const variables = keys.map((key) =>
      withoutMissing(
        Object.fromEntries(
          [...(key?.values ?? [])].map(([name, value]) => [name.toUpperCase(), textOf(value)]),
        ),
      ),
    );
    const searched = variables.flatMap((each) => each['PATH'] ?? []).join(';');
    return {
      ...(root !== undefined && { SystemRoot: root, windir: root, SystemDrive: root.slice(0, 2) }),
      ...this.#machine,
      ...Object.fromEntries(variables.flatMap((each) => Object.entries(each))),
      PATH: searched,
    };
  }
}

function withoutMissing(
  record: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

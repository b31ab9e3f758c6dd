import path from 'node:path';

import type { LaunchTarget } from '../installation.ts';
import type { WindowsRegistry } from '../registry/windows-registry.ts';
import { loadNativeWindows } from '../windows-native/load-native-windows.ts';
import type { NativeWindows } from '../windows-native/native-windows.ts';
import { windowsSystem } from '../windows-system.ts';
import type { ReachedWindows, RunningPhones, WindowsSurroundings } from './windows-surroundings.ts';

/**
 * The Windows that this process runs on. On another system there is none, but what a program that is named would be
 * started with can still be told.
 */
export async function thisWindows(): Promise<ReachedWindows> {
  if (process.platform !== 'win32') {
    const remark = 'is not Windows';
    return {
      surroundings: [noWindows],
      steps: [{ place: 'this-windows', looked: 'this machine', named: [], remark }],
    };
  }
  const native = await loadNativeWindows();
  const surroundings: WindowsSurroundings = {
    backend: 'windows',
    registry: native?.registry ?? (await registryByProgram()),
    environment: () => Promise.resolve(process.env),
    ...(native !== undefined && { knownFolder: (folder) => native.knownFolder(folder) }),
    localPath: (file) => Promise.resolve(file),
    windowsPath: (file) => Promise.resolve(path.win32.resolve(file)),
    runningPhones: native === undefined ? phonesByPrograms : phonesByWindow(native),
    launchTarget: windowsLaunchTarget,
  };
  return { surroundings: [surroundings], steps: [] };
}

const noWindows: WindowsSurroundings = {
  backend: 'windows',
  registry: { read: () => Promise.resolve(undefined), change: () => Promise.resolve() },
  environment: () => Promise.resolve({}),
  localPath: (file) => Promise.resolve(file),
  windowsPath: (file) => Promise.resolve(path.win32.normalize(file)),
  runningPhones: { isCheap: true, find: () => Promise.resolve([]) },
  launchTarget: windowsLaunchTarget,
};

function windowsLaunchTarget(executable: string): LaunchTarget {
  return {
    file: executable,
    leadingArguments: [],
    // As its shortcuts do. Where this process stands is no place to keep busy, nor one for hooks to be looked for in.
    workingDirectory: path.win32.dirname(executable),
  };
}

async function registryByProgram(): Promise<WindowsRegistry> {
  const { RegProgram } = await import('../registry/reg-program.ts');
  return new RegProgram({ program: windowsSystem().reg });
}

function phonesByWindow({ phoneWindows }: NativeWindows): RunningPhones {
  return {
    isCheap: true,
    find: () => Promise.resolve(phoneWindows.find().flatMap(({ executable }) => executable ?? [])),
  };
}

/** Windows' own programs take half a second, and know phones by the usual name of their program only. */
const phonesByPrograms: RunningPhones = {
  isCheap: false,
  find: async (signal) => {
    const { WindowsProcesses } = await import('../processes/windows-processes.ts');
    const found = await new WindowsProcesses().find('microsip.exe', { details: true, signal });
    return found === 'unknown' ? found : found.flatMap(({ executable }) => executable ?? []);
  },
};

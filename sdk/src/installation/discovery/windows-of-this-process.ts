import path from 'node:path';

import type { WindowsRegistry } from '../registry/windows-registry.ts';
import { windowsSystem } from '../system/windows-system.ts';
import { loadNativeWindows } from '../windows-native/load-native-windows.ts';
import type { NativeWindows } from '../windows-native/native-windows.ts';
import { windowsLaunchTarget } from './windows-launch-target.ts';
import type { RunningPhones, WindowsSurroundings } from './windows-surroundings.ts';

/** The Windows that this process runs on: by its own functions where they can be called, else by its programs. */
export async function windowsOfThisProcess(): Promise<WindowsSurroundings> {
  const native = await loadNativeWindows();
  return {
    backend: 'windows',
    registry: native?.registry ?? (await registryByProgram()),
    environment: () => Promise.resolve(process.env),
    ...(native !== undefined && { knownFolder: (folder) => native.knownFolder(folder) }),
    localPath: (file) => Promise.resolve(file),
    windowsPath: (file) => Promise.resolve(path.win32.resolve(file)),
    runningPhones: native === undefined ? phonesByPrograms : phonesByWindow(native),
    launchTarget: windowsLaunchTarget,
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

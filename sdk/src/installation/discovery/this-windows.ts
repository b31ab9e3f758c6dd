import path from 'node:path';

import { windowsLaunchTarget } from './windows-launch-target.ts';
import type { ReachedWindows, WindowsSurroundings } from './windows-surroundings.ts';

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
  const { windowsOfThisProcess } = await import('./windows-of-this-process.ts');
  return { surroundings: [await windowsOfThisProcess()], steps: [] };
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

import { loadKoffi } from './koffi.ts';
import type { NativeWindows } from './native-windows.ts';

let loading: Promise<NativeWindows | undefined> | undefined;

/** Windows' own functions, loaded once; nothing where they cannot be called: off Windows, or without koffi. */
export function loadNativeWindows(): Promise<NativeWindows | undefined> {
  return (loading ??= load());
}

async function load(): Promise<NativeWindows | undefined> {
  const koffi = await loadKoffi();
  if (koffi === undefined) return undefined;
  const [{ knownFolders }, { NativePhoneWindows }, { NativeProcesses }, { nativeRegistry }, { shortPaths }] =
    await Promise.all([
      import('./known-folders.ts'),
      import('./native-phone-windows.ts'),
      import('./native-processes.ts'),
      import('./native-registry.ts'),
      import('./short-path.ts'),
    ]);
  const processes = new NativeProcesses(koffi);
  return {
    registry: nativeRegistry(koffi),
    phoneWindows: new NativePhoneWindows(koffi, processes),
    knownFolder: knownFolders(koffi),
    shortPath: shortPaths(koffi),
  };
}

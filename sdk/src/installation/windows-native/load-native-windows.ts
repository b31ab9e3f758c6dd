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
  const { bindWindows } = await import('./bind-windows.ts');
  return bindWindows(koffi);
}

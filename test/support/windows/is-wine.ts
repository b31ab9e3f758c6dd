import type { Koffi } from '../../../sdk/src/installation/windows-native/koffi.ts';

/** Whether the Windows around this process is Wine, which differs from it in some corners. */
export function isWine(koffi: Koffi): boolean {
  try {
    koffi.load('ntdll.dll').func('const char *wine_get_version()');
    return true;
  } catch {
    // No Windows has this function.
    return false;
  }
}

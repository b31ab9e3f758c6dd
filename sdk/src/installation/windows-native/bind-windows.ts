import { knownFolders } from './known-folders.ts';
import type { Koffi } from './koffi.ts';
import { NativePhoneWindows } from './native-phone-windows.ts';
import { NativeProcesses } from './native-processes.ts';
import { nativeRegistry } from './native-registry.ts';
import type { NativeWindows } from './native-windows.ts';
import { shellNotice } from './shell-notice.ts';
import { shortPaths } from './short-path.ts';

/** All that is called of Windows. It stands apart from where it is loaded, so that it comes in one piece. */
export function bindWindows(koffi: Koffi): NativeWindows {
  return {
    registry: nativeRegistry(koffi),
    phoneWindows: new NativePhoneWindows(koffi, new NativeProcesses(koffi)),
    knownFolder: knownFolders(koffi),
    shortPath: shortPaths(koffi),
    tellShellOfHandlers: shellNotice(koffi),
  };
}

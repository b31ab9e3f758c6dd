import type { WindowsRegistry } from '../registry/windows-registry.ts';
import type { PhoneWindows } from './phone-windows.ts';

/** What only Windows' own functions tell and do, called from this process. */
export interface NativeWindows {
  readonly registry: WindowsRegistry;
  readonly phoneWindows: PhoneWindows;
  /** The folder of the user that Windows knows by this purpose, wherever it was moved to (such as into OneDrive). */
  knownFolder(folder: KnownFolder): string | undefined;
  /** The path of a file or folder by short names (8.3); as it is where the drive has none, nothing where it is not there. */
  shortPath(path: string): string | undefined;
  /** Tells the shell that other programs open links than before: it remembers them. */
  tellShellOfHandlers(): void;
}

/** A folder of the user that Windows lets people move. */
export type KnownFolder = 'roaming-app-data' | 'local-app-data' | 'desktop';

import type { DiscoveryPlace, DiscoveryStep } from './discovery-step.ts';
import type { PhoneFolders } from './phone-folders.ts';
import type { FileFacts } from './windows-files.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/** A MicroSIP on one Windows, and what is known of it. */
export interface LocatedPhone extends PhoneFolders {
  readonly surroundings: WindowsSurroundings;
  /** The full path of its program, as Windows names it. */
  readonly executable: string;
  /** The same, seen from this process. */
  readonly local: string;
  /** What lies there; nothing where a program was named that is not there. */
  readonly file: FileFacts | undefined;
  readonly foundBy: DiscoveryPlace;
  /** What its file says of its version. */
  readonly fileVersion: string | undefined;
}

/** What a search came to. */
export interface LocatedPhones {
  /** In the order in which they count. */
  readonly phones: readonly LocatedPhone[];
  readonly steps: readonly DiscoveryStep[];
}

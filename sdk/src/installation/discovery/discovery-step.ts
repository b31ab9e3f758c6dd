/** A way to a MicroSIP, in the order in which they are tried. */
export type DiscoveryPlace =
  /** Its path was given. */
  | 'option'
  /** `Software\MicroSIP` of the user, by which MicroSIP itself knows that it is installed (facts D.1). */
  | 'user-registry'
  /** The same of the machine. */
  | 'machine-registry'
  | 'app-paths'
  | 'uninstall-entries'
  | 'program-folders'
  | 'local-app-data'
  | 'running-process'
  | 'search-path';

/** What has to be there before anything can be looked for: Windows itself, the one around WSL, prefixes of Wine. */
export type DiscoverySystem = 'this-windows' | 'wsl-interop' | 'wine-prefix';

/** One step of the search for MicroSIP: where it was looked, and what was there. */
export interface DiscoveryStep {
  readonly place: DiscoveryPlace | DiscoverySystem;
  /** Where exactly: a key of the registry, a folder, a prefix of Wine. */
  readonly looked: string;
  /** The programs it names, as Windows names them, whether or not they are there. */
  readonly named: readonly string[];
  /** Why what is there does not count, or what is odd about it. */
  readonly remark?: string;
}

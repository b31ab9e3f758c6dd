import type { Installation } from './installation.ts';

/** One of the MicroSIPs of this machine. */
export interface FoundInstallation extends Installation {
  /** Whether it keeps its files beside its program, as a MicroSIP does that is not installed. */
  readonly portable: boolean;
  /** Whether it runs; left out where that cannot be told. */
  readonly running?: boolean;
  /** Whether it is the one that commands go to, with these options. */
  readonly chosen: boolean;
}

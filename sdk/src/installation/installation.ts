import type { DiscoveryPlace } from './discovery/discovery-step.ts';

/** Where MicroSIP runs, seen from here. */
export type Backend = 'windows' | 'wsl' | 'wine' | 'simulator';

/** One MicroSIP, or one simulated phone, that commands can be sent to. */
export interface Installation {
  readonly backend: Backend;
  /** MicroSIP's version, such as `3.22.16`, as it was given, else as MicroSIP wrote it into its ini; unknown versions are treated as the newest verified one. */
  readonly version: string | undefined;
  /** The program of the phone as the phone itself would name it; the simulator has a made-up `microsip.exe`. */
  readonly executable: string;
  /** The folder of the prefix it lives in, where it runs under Wine; two prefixes may have a program of the same path. */
  readonly prefix?: string;
  /** The folder with ini, history and contacts, as this process sees it. */
  readonly dataDirectory: string;
  /** The folder with the log; an installed MicroSIP keeps it apart, in `%LOCALAPPDATA%` (facts D.1). */
  readonly logDirectory: string;
  /**
   * The folder in which programs keep data of the phone's user, as this process sees it, where that user is one of
   * another system: for a phone behind WSL, `%LOCALAPPDATA%` of Windows.
   */
  readonly localAppData?: string;
  /** What is really started. */
  readonly launch: LaunchTarget;
  /** What led to it; left out for a simulator. */
  readonly foundBy?: DiscoveryPlace;
}

/** A program that hands a command line to a phone, or becomes the phone. */
export interface LaunchTarget {
  readonly file: string;
  /** The program of the phone, as this process sees it, where `file` is another one that starts it: Wine. */
  readonly program?: string;
  /** What stands before the command line. */
  readonly leadingArguments: readonly string[];
  /** What is added to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it is started; without one, where this process stands. */
  readonly workingDirectory?: string;
}

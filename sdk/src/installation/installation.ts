/** Where MicroSIP runs, seen from here. `auto` picks the first that is there. */
export type Backend = 'windows' | 'wsl' | 'wine' | 'simulator';

/** One MicroSIP, or one simulated phone, that commands can be sent to. */
export interface Installation {
  readonly backend: Backend;
  /** MicroSIP's version, such as `3.22.16`; unknown versions are treated as the newest verified one. */
  readonly version: string | undefined;
  /** The program of the phone as the phone itself would name it; the simulator has a made-up `microsip.exe`. */
  readonly executable: string;
  /** The folder with ini, log, history and contacts. */
  readonly dataDirectory: string;
  /** What is really started: a file and the arguments before the command line tail. */
  readonly launch: { readonly file: string; readonly leadingArguments: readonly string[] };
}

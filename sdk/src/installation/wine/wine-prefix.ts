/** A folder that is one Windows to Wine. */
export interface WinePrefix {
  /** The folder, a full path. */
  readonly folder: string;
  /** What people manage it with. */
  readonly keeper: WineKeeper;
  readonly start: WineStart;
  /** What is odd about it, such as that its Wine is gone. */
  readonly remark?: string;
}

/** What people manage prefixes with; `wine` is Wine itself. */
export type WineKeeper = 'wine' | 'bottles' | 'crossover' | 'lutris';

/** How a Windows program is started in a prefix: what stands before the path of the program. */
export interface WineStart {
  readonly file: string;
  readonly leadingArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The start by a Wine that is told its prefix. */
export function startByWine(file: string, prefix: string): WineStart {
  return { file, leadingArguments: [], environment: { WINEPREFIX: prefix } };
}

/**
 * The start by a Wine within the sandbox of a Flatpak application. Flatpak hands arguments over one by one; the command
 * line of Bottles itself (`bottles-cli run`) would give them to a shell.
 */
export function startInFlatpak(application: string, wine: string, prefix: string): WineStart {
  return {
    file: 'flatpak',
    leadingArguments: ['run', `--command=${wine}`, `--env=WINEPREFIX=${prefix}`, application],
    environment: {},
  };
}

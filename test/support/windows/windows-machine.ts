import type { Provided } from '../provided.ts';

/** A Windows that programs can be run on: this very one, or Wine. */
export interface WindowsMachine extends AsyncDisposable {
  /** For people. */
  readonly name: 'Windows' | 'Wine';
  /** How Windows names a file of this system. */
  pathOf(file: string): string;
  /**
   * Runs a script in the Node.js of that Windows, to its end.
   *
   * @param script - an absolute path of this system
   * @param parameters - as Windows names files
   */
  runScript(script: string, parameters: readonly string[], options: ScriptOptions): Promise<ScriptEnd>;
}

/** How a script is run. */
export interface ScriptOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it, and all that it started. */
  readonly signal: AbortSignal;
}

/** How a script ended. */
export interface ScriptEnd {
  /** On both streams. */
  readonly output: string;
  readonly exitCode: number | undefined;
  readonly killedBy: string | undefined;
}

/** What the tests on Windows run on. */
export interface WindowsTestBed extends AsyncDisposable {
  readonly machine: WindowsMachine;
  /** Names the programs that were made for the tests, for scripts of that Windows. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A machine that is not there, and whether it could be. */
export type MissingWindows = Extract<Provided<never>, { ok: false }> & {
  /** Whether this system can have one at all, so that without one something is left untested. */
  readonly possible: boolean;
};

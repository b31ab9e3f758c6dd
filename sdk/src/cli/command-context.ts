import type { Terminal } from './output/terminal.ts';
import type { GlobalOptions } from './global-options.ts';

/** What every command gets. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly options: GlobalOptions;
  /** Aborts when the user ends the command. */
  readonly signal: AbortSignal;
}

/** The exit code of a command; nothing means that all went well. */
export type CommandResult = Promise<number | undefined>;

import type { Command } from 'commander';

import type { CommandContext, CommandResult } from './command-context.ts';

/** Runs what a command line of the kit asks for. */
export type Perform = (command: Command, run: (context: CommandContext) => CommandResult) => Promise<void>;

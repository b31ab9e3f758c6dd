import type { CommandContext, CommandResult } from '../command-context.ts';
import { hooksStatusText } from '../output/hooks-text.ts';
import { connect } from './connect.ts';

/** Prints what is in the hooks, and how the journal is. */
export async function hooksStatus({ options, signal, terminal }: CommandContext): CommandResult {
  await using phone = await connect(options);
  const status = await phone.hooks.status({ signal });
  terminal.result(status, () => hooksStatusText(terminal, status));
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import type { ChangeFlags } from '../definition/settings-commands.ts';
import { showHooksChange, showHooksPlan } from '../output/hooks-text.ts';
import { connect } from './connect.ts';

/** Gives the hooks back what they held, or shows with `--dry-run` what that would be. */
export async function removeHooks(
  { options, signal, terminal }: CommandContext,
  { assumeClosed, restart }: ChangeFlags,
): CommandResult {
  await using phone = await connect(options);
  const limits = { signal, timeoutMs: options.timeout };
  if (options.dryRun) showHooksPlan(terminal, await phone.hooks.planRemove(limits));
  else showHooksChange(terminal, await phone.hooks.remove({ ...limits, assumeClosed, restart }));
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import type { InstallHooksFlags } from '../definition/hooks-commands.ts';
import { showHooksChange, showHooksPlan } from '../output/hooks-text.ts';
import { connect } from './connect.ts';

/** Sets the hooks, or shows with `--dry-run` what they would be. */
export async function installHooks(
  { options, signal, terminal }: CommandContext,
  { assumeClosed, node, restart }: InstallHooksFlags,
): CommandResult {
  await using phone = await connect(options);
  const limits = { node, signal, timeoutMs: options.timeout };
  if (options.dryRun) showHooksPlan(terminal, await phone.hooks.planInstall(limits));
  else showHooksChange(terminal, await phone.hooks.install({ ...limits, assumeClosed, restart }));
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import { showHooksChange, showHooksPlan } from '../output/hooks-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** How hooks are installed. */
export interface InstallHooksFlags extends ChangeFlags {
  readonly node?: string;
}

/** Sets the hooks, or shows with `--dry-run` what they would be. */
export async function installHooks(
  context: CommandContext,
  { node, ...flags }: InstallHooksFlags,
): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  if (options.dryRun) {
    const limits = { node, signal, timeoutMs: options.timeout };
    showHooksPlan(terminal, await phone.hooks.planInstall(limits));
  } else {
    using progress = new ChangeProgress(context);
    showHooksChange(terminal, await phone.hooks.install({ ...progress.optionsFor(flags), node }));
  }
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import { showHooksChange, showHooksPlan } from '../output/hooks-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** Gives the hooks back what they held, or shows with `--dry-run` what that would be. */
export async function removeHooks(context: CommandContext, flags: ChangeFlags): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  if (options.dryRun) {
    const limits = { signal, timeoutMs: options.timeout };
    showHooksPlan(terminal, await phone.hooks.planRemove(limits));
  } else {
    using progress = new ChangeProgress(context);
    showHooksChange(terminal, await phone.hooks.remove(progress.optionsFor(flags)));
  }
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import { showHandlersChange, showHandlersPlan } from '../output/handlers-text.ts';
import { connect } from './connect.ts';
import type { SchemeFlags } from './scheme-flags.ts';

/** Puts back what was there before the registration, or shows with `--dry-run` what that would be. */
export async function unregisterHandlers(
  { options, signal, terminal }: CommandContext,
  { scheme }: SchemeFlags,
): CommandResult {
  await using phone = await connect(options);
  const limits = { schemes: scheme, signal, timeoutMs: options.timeout };
  if (options.dryRun) showHandlersPlan(terminal, await phone.handlers.planUnregister(limits));
  else showHandlersChange(terminal, await phone.handlers.unregister(limits));
  return undefined;
}

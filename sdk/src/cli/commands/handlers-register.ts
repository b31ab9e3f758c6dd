import type { CommandContext, CommandResult } from '../command-context.ts';
import { showHandlersChange, showHandlersPlan } from '../output/handlers-text.ts';
import { connect } from './connect.ts';
import type { SchemeFlags } from './scheme-flags.ts';

/** How schemes are registered. */
export interface RegisterFlags extends SchemeFlags {
  readonly force?: true;
}

/** Makes MicroSIP a handler of schemes, or shows with `--dry-run` what would be changed for it. */
export async function registerHandlers(
  { options, signal, terminal }: CommandContext,
  { force, scheme }: RegisterFlags,
): CommandResult {
  await using phone = await connect(options);
  const wish = { schemes: scheme, force, signal, timeoutMs: options.timeout };
  if (options.dryRun) showHandlersPlan(terminal, await phone.handlers.planRegister(wish));
  else showHandlersChange(terminal, await phone.handlers.register(wish));
  return undefined;
}

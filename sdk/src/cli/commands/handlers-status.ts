import type { CommandContext, CommandResult } from '../command-context.ts';
import { handlersStatusText } from '../output/handlers-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { connect } from './connect.ts';
import type { SchemeFlags } from './scheme-flags.ts';

/** Prints who opens the links of each scheme. */
export async function handlersStatus(
  { options, signal, terminal }: CommandContext,
  { scheme }: SchemeFlags,
): CommandResult {
  await using phone = await connect(options);
  const limits = { schemes: scheme, signal, timeoutMs: options.timeout };
  const status = await phone.handlers.status(limits);
  terminal.result(status, () => handlersStatusText(terminal, status));
  noteRemarks(terminal, status.remarks);
  return undefined;
}

import type { CommandContext, CommandResult } from '../command-context.ts';
import { logStatusText } from '../output/log-status-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { connect } from './connect.ts';

/** Prints how it stands with the log. */
export async function logStatus({ options, signal, terminal }: CommandContext): CommandResult {
  await using phone = await connect(options);
  const status = await phone.log.status({ signal, timeoutMs: options.timeout });
  terminal.result(status, () => logStatusText(terminal, status));
  noteRemarks(terminal, status.remarks);
  return undefined;
}

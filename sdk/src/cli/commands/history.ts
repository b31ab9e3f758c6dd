import type { CommandContext, CommandResult } from '../command-context.ts';
import type { HistoryFlags } from '../definition/history-commands.ts';
import { callRecordsText } from '../output/history-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { connect } from './connect.ts';

/** Prints the calls that MicroSIP keeps. */
export async function history(
  { options, signal, terminal }: CommandContext,
  flags: HistoryFlags,
): CommandResult {
  await using phone = await connect(options);
  const records = await phone.history.list(flags, { signal, timeoutMs: options.timeout });
  if (records.length > 0 || terminal.json) terminal.result(records, () => callRecordsText(terminal, records));
  else noteRemarks(terminal, ['MicroSIP has kept no such call.']);
  return undefined;
}

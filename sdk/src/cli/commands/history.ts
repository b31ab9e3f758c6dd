import type { CallRecordType } from '../../history/call-record.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { callRecordsText } from '../output/history-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { connect } from './connect.ts';

/** Which calls to print. */
export interface HistoryFlags {
  readonly number?: string;
  readonly name?: string;
  readonly type?: readonly CallRecordType[];
  readonly since?: Date;
  readonly until?: Date;
  readonly limit?: number;
}

const noCalls = 'MicroSIP has kept no call yet; `microsip dial NUMBER` makes one.';
const noSuchCall = 'MicroSIP has kept no such call; `microsip history` prints those that it has.';

/** Prints the calls that MicroSIP keeps. */
export async function history(
  { options, signal, terminal }: CommandContext,
  flags: HistoryFlags,
): CommandResult {
  await using phone = await connect(options);
  const records = await phone.history.list(flags, { signal, timeoutMs: options.timeout });
  if (records.length > 0 || terminal.json) terminal.result(records, () => callRecordsText(terminal, records));
  else noteRemarks(terminal, [isEmpty(flags) ? noCalls : noSuchCall]);
  return undefined;
}

function isEmpty(flags: HistoryFlags): boolean {
  return Object.values(flags).every((value) => value === undefined);
}

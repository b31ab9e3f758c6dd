import type { CallRecord } from '../call-record.ts';
import type { CallFilter } from '../history-query.ts';
import { callsOfDatabase } from './calls-of-database.ts';
import { snapshotDatabase } from './database-snapshot.ts';

/**
 * The calls in `call_log.db` that fit, newest first; none where there is no such file.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` when it is no call log, `SETTINGS_BUSY` when it cannot be read; what aborted
 * the signal
 */
export async function readCallLog(
  path: string,
  filter: CallFilter,
  signal: AbortSignal,
): Promise<readonly CallRecord[]> {
  await using snapshot = await snapshotDatabase(path, signal);
  return snapshot === undefined ? [] : await callsOfDatabase(snapshot.path, filter, signal);
}

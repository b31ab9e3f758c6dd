import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { setImmediate as pause } from 'node:timers/promises';
import type { CallFilter } from '../history-query.ts';
import { recordOf, type CallRecord } from '../call-record.ts';
import { isSqliteError, loadSqlite } from './load-sqlite.ts';
import { noCallLog } from './no-call-log.ts';

/** How many rows are read at a stretch; a full call log of MicroSIP has about a thousand. */
const pageRows = 2000;

/**
 * The calls of a call log that fit, newest first (facts F.1). Columns that the table lacks are taken for empty. A log
 * of any length is read in pieces, between which other work goes on.
 *
 * @param database - a copy that nobody else uses: where a transaction was cut off, SQLite undoes it there
 * @param signal - ends the reading
 * @throws MicroSipError `SETTINGS_DAMAGED` when it is no call log; what aborted the signal
 */
export async function callsOfDatabase(
  database: string,
  filter: CallFilter,
  signal: AbortSignal,
): Promise<readonly CallRecord[]> {
  const { DatabaseSync } = loadSqlite();
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(database);
    return await newestCalls(connection, filter, signal);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    throw noCallLog('SQLite cannot read it', error);
  } finally {
    connection?.close();
  }
}

async function newestCalls(
  connection: DatabaseSync,
  { fits, limit, since, until }: CallFilter,
  signal: AbortSignal,
): Promise<readonly CallRecord[]> {
  const columns = columnsOf(connection);
  if (columns === undefined) return [];
  const statement = connection.prepare(pageOfCalls(columns));
  statement.setReadBigInts(true);

  let newest: readonly CallRecord[] = [];
  let first = seconds(since);
  let row = lastRow;
  for (;;) {
    const rows = statement.all(row, first, seconds(until));
    const found = rows
      .map(recordOfRow)
      .filter((record) => record !== undefined)
      .filter(fits);
    // The clock may have been put back, so the order of rows is not always that of time; sorting keeps it otherwise.
    newest = [...newest, ...found].sort(byTime).slice(0, limit);
    const [oldest, end] = [newest.at(-1), rows.at(-1)?.['row']];
    // In a damaged table the rows may lead round in a circle.
    if (rows.length < pageRows || typeof end !== 'bigint' || end > row) return newest;
    // Once there are as many as are asked for, only later ones can still take a place among them.
    if (oldest !== undefined && newest.length === limit) first = seconds(Date.parse(oldest.at)) + 1n;
    row = end - 1n;
    await pause(undefined, { signal });
  }
}

/** The last row that SQLite can have. */
const lastRow = 2n ** 63n - 1n;

function byTime(left: CallRecord, right: CallRecord): number {
  return Date.parse(right.at) - Date.parse(left.at);
}

/** The query for the rows from one downwards whose time lies between two others. */
function pageOfCalls(columns: ReadonlySet<string>): string {
  const text = (column: string): string => (columns.has(column) ? `CAST(${column} AS TEXT)` : 'NULL');
  const integer = (column: string): string => (columns.has(column) ? `CAST(${column} AS INTEGER)` : '0');
  return `
    SELECT rowid AS row, ${columns.has('id') ? 'id' : 'rowid'} AS id, ${text('callId')} AS callId,
      ${text('number')} AS number, ${text('name')} AS name, ${columns.has('type') ? integer('type') : '-1'} AS type,
      ${integer('time')} AS time, ${integer('duration')} AS duration, ${text('info')} AS info
    FROM call_log
    WHERE rowid <= ? AND ${integer('time')} >= ? AND ${integer('time')} < ?
    ORDER BY rowid DESC LIMIT ${pageRows}`;
}

function recordOfRow(row: Record<string, SQLOutputValue>): CallRecord | undefined {
  return recordOf({
    id: `db-${textOf(row['id'])}`,
    callId: textOf(row['callId']),
    number: textOf(row['number']),
    name: textOf(row['name']),
    type: Number(row['type']),
    time: Number(row['time']),
    duration: Number(row['duration']),
    info: textOf(row['info']),
    source: 'database',
  });
}

/** The columns of the call log; nothing in a database without any table, as MicroSIP has it for a moment at first. */
function columnsOf(connection: DatabaseSync): ReadonlySet<string> | undefined {
  // Neither a view nor a function in it is taken for the table: the file may be anybody's.
  connection.exec('PRAGMA trusted_schema = OFF');
  const tables = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
  if (tables.length === 0) return undefined;
  if (!tables.includes('call_log')) throw noCallLog('it has no table call_log');
  const columns = new Set(
    connection
      .prepare('PRAGMA table_info(call_log)')
      .all()
      .map(({ name }) => textOf(name)),
  );
  const missing = ['number', 'time'].find((column) => !columns.has(column));
  if (missing !== undefined) throw noCallLog(`its table call_log has no column ${missing}`);
  return columns;
}

/** SQLite takes whole seconds, and what is beyond its integers for the last of them. */
function seconds(milliseconds: number): bigint {
  const beyond = 9_000_000_000_000n;
  if (milliseconds === Number.POSITIVE_INFINITY) return beyond;
  if (milliseconds === Number.NEGATIVE_INFINITY) return -beyond;
  return BigInt(Math.ceil(milliseconds / 1000));
}

function textOf(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'bigint' ? String(value) : '';
}

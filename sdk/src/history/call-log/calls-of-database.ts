import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { CallFilter } from '../history-query.ts';
import { recordOf, type CallRecord } from '../call-record.ts';
import { isSqliteError, loadSqlite } from './load-sqlite.ts';
import { noCallLog } from './no-call-log.ts';

/**
 * The calls of a call log that fit, newest first (facts F.1). Columns that the table lacks are taken for empty.
 *
 * @param database - a copy that nobody else uses: where a transaction was cut off, SQLite undoes it there
 * @throws MicroSipError `SETTINGS_DAMAGED` when it is no call log
 */
export function callsOfDatabase(database: string, filter: CallFilter): readonly CallRecord[] {
  const { DatabaseSync } = loadSqlite();
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(database);
    return readCalls(connection, filter);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    throw noCallLog('SQLite cannot read it', error);
  } finally {
    connection?.close();
  }
}

function readCalls(connection: DatabaseSync, { fits, limit, since, until }: CallFilter): CallRecord[] {
  const columns = columnsOf(connection);
  if (columns === undefined) return [];
  const text = (column: string): string => (columns.has(column) ? `CAST(${column} AS TEXT)` : 'NULL');
  const integer = (column: string): string => (columns.has(column) ? `CAST(${column} AS INTEGER)` : '0');
  const statement = connection.prepare(`
    SELECT ${columns.has('id') ? 'id' : 'rowid'} AS id, ${text('callId')} AS callId,
      ${text('number')} AS number, ${text('name')} AS name, ${columns.has('type') ? integer('type') : '-1'} AS type,
      ${integer('time')} AS time, ${integer('duration')} AS duration, ${text('info')} AS info
    FROM call_log
    WHERE ${integer('time')} >= ? AND ${integer('time')} < ?
    ORDER BY ${integer('time')} DESC, 1 DESC`);
  statement.setReadBigInts(true);

  const records: CallRecord[] = [];
  for (const row of statement.iterate(seconds(since), seconds(until))) {
    const record = recordOf({
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
    if (record === undefined || !fits(record)) continue;
    records.push(record);
    if (records.length === limit) break;
  }
  return records;
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

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { loadSqlite } from '../../history/call-log/load-sqlite.ts';
import type { HistoryRow } from '../../phone-model/phone-effect.ts';
import { profileValue } from '../../settings/profile-value.ts';
import type { ProfileFile } from '../ini/profile-file.ts';
import type { CallHistoryStore } from './call-history-store.ts';
import { ringSize } from './ini-call-history.ts';

/** The name of the database in the data directory. */
export const callLogName = 'call_log.db';

/** The call history since 3.22.5: the table `call_log` of an SQLite database (facts F.1). */
export class CallLogDatabase implements CallHistoryStore {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens or creates the database, takes over what an older version left in the ini, and trims it as MicroSIP does. */
  static open(dataDirectory: string, ini: ProfileFile): CallLogDatabase {
    const { DatabaseSync } = loadSqlite();
    const database = new DatabaseSync(join(dataDirectory, callLogName));
    database.exec(`
      PRAGMA busy_timeout = 5000;
      -- What is lost when the computer loses its power is only simulated.
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS call_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        callId TEXT NOT NULL UNIQUE,
        number TEXT,
        name TEXT,
        type INTEGER,
        time INTEGER,
        duration INTEGER,
        info TEXT
      )`);
    const log = new CallLogDatabase(database);
    log.#takeOver(ini);
    database.exec(
      `DELETE FROM call_log WHERE id NOT IN (SELECT id FROM call_log ORDER BY time DESC, id DESC LIMIT ${ringSize})`,
    );
    return log;
  }

  insert(row: HistoryRow): void {
    this.#database
      .prepare(
        'INSERT OR IGNORE INTO call_log (callId, number, name, type, time, duration, info) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(row.callId, row.number, row.name, row.type, row.time, row.duration, row.info);
  }

  update(row: HistoryRow): void {
    this.#database
      .prepare('UPDATE call_log SET number = ?, name = ?, type = ?, duration = ?, info = ? WHERE callId = ?')
      .run(row.number, row.name, row.type, row.duration, row.info, row.callId);
  }

  close(): void {
    this.#database.close();
  }

  #takeOver(ini: ProfileFile): void {
    const rows = ini.read().entries('Calls');
    if (rows.length === 0) return;
    for (const { text } of rows) {
      const row = oldRow(profileValue(text));
      if (row !== undefined) this.insert(row);
    }
    ini.change((document) => {
      document.removeSection('Calls');
      document.remove('Settings', 'callsLastKey');
    });
  }
}

/** A row of the ini; a deleted one says `null`. */
function oldRow(text: string): HistoryRow | undefined {
  const [number, name, type, time, duration, ...info] = text.split(';');
  if (number === undefined || name === undefined || text === 'null') return undefined;
  return {
    callId: createHash('md5').update(text).digest('hex'),
    number,
    name,
    type: type === '0' ? 0 : type === '1' ? 1 : 2,
    time: Number(time) || 0,
    duration: Number(duration) || 0,
    info: info.join(';'),
  };
}

// Writes a call log as MicroSIP does: a row when a call begins, changed when it ends. Each call is written to two rows
// in one transaction, so that a reader can tell whether it sees half of one. Each transaction that fails because of a
// lock is counted.
//
//   call-log-writer.ts DATABASE forever     without a gap, waiting for locks as long as MicroSIP does
//   call-log-writer.ts DATABASE phone       with gaps as a busy phone has, waiting for no lock at all
//                                           both until their input ends; then they print what they met
//   call-log-writer.ts DATABASE halfway     stops in the middle of a transaction that has reached the disk
import { DatabaseSync } from 'node:sqlite';

const [path = '', manner] = process.argv.slice(2);
const database = new DatabaseSync(path);
database.exec(`
  PRAGMA busy_timeout = ${manner === 'forever' ? 5000 : 0};
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS call_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT, callId TEXT NOT NULL UNIQUE, number TEXT, name TEXT, type INTEGER,
    time INTEGER, duration INTEGER, info TEXT)`);
const insert = database.prepare('INSERT INTO call_log VALUES (NULL, ?, ?, ?, 1, ?, 0, ?)');
const trim = database.prepare('DELETE FROM call_log WHERE number = ?');
const end = database.prepare("UPDATE call_log SET duration = ?, info = 'Call Ended' WHERE callId IN (?, ?)");

if (manner === 'halfway') {
  // With so small a cache the pages go to the disk before the transaction ends.
  database.exec('PRAGMA cache_size = 1; BEGIN');
  database.exec("UPDATE call_log SET name = 'never committed ' || hex(randomblob(200))");
  process.stdout.write('halfway\n');
  setInterval(() => undefined, 1000);
} else {
  let busy = 0;
  let calls = 0;
  let stopped = false;
  process.stdin.on('end', () => (stopped = true)).resume();

  const transact = (write: () => void): void => {
    try {
      database.exec('BEGIN IMMEDIATE');
      write();
      database.exec('COMMIT');
    } catch (error) {
      if (!(error instanceof Error) || !('errcode' in error) || error.errcode !== 5) throw error;
      busy++;
      if (database.isTransaction) database.exec('ROLLBACK');
    }
  };
  const write = (): void => {
    const time = 1_700_000_000 + calls;
    const ids = [`${calls}-a`, `${calls}-b`] as const;
    transact(() => {
      for (const id of ids) insert.run(id, `555${calls}`, 'Ada', time, '');
    });
    transact(() => {
      end.run(calls % 600, ...ids);
      // MicroSIP keeps a thousand.
      trim.run(`555${calls - 500}`);
    });
    if (calls++ === 0) process.stdout.write('writing\n');
    if (!stopped) {
      if (manner === 'forever') setImmediate(write);
      else setTimeout(write, 80);
    } else process.stdout.write(`${JSON.stringify({ busy, calls })}\n`);
  };
  write();
}

import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { CallHistory } from '../../../sdk/src/history/call-history.ts';
import { snapshotDatabase } from '../../../sdk/src/history/call-log/database-snapshot.ts';
import { programPath } from '../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';

/** What a writer met. */
interface Report {
  /** Transactions that failed because of a lock. */
  readonly busy: number;
  readonly calls: number;
}

describe('a call log that another process writes', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let callLog: string;
  let history: CallHistory;
  let writer: ChildProcessByStdio<Writable, Readable, null> | undefined;
  beforeEach(() => {
    directory = temporaryDirectory();
    callLog = path.join(directory.path, 'call_log.db');
    history = new CallHistory({ settings: path.join(directory.path, 'microsip.ini'), callLog });
  });
  afterEach(async () => {
    if (writer?.exitCode === null && writer.signalCode === null) {
      writer.kill('SIGKILL');
      await once(writer, 'exit');
    }
    writer = undefined;
    directory[Symbol.dispose]();
  });

  async function startWriter(
    manner: 'forever' | 'phone' | 'halfway',
  ): Promise<ChildProcessByStdio<Writable, Readable, null>> {
    writer = spawn(process.execPath, [programPath('call-log-writer'), callLog, manner], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'readable');
    return writer;
  }

  async function endWriter(child: { readonly stdin: Writable; readonly stdout: Readable }): Promise<Report> {
    const report = text(child.stdout);
    child.stdin.end();
    return JSON.parse((await report).split('\n').at(-2) ?? '') as Report;
  }

  const writers = [
    [
      'is read whole while it is written without a gap, and no transaction of its writer fails',
      'forever',
      12,
    ],
    ['is never locked while it is written as a busy phone does', 'phone', 120],
  ] as const;
  for (const [title, manner, rounds] of writers) it(title, () => readWhileWritten(manner, rounds));

  async function readWhileWritten(manner: 'forever' | 'phone', rounds: number): Promise<void> {
    const child = await startWriter(manner);
    let newest = 0;
    for (let round = 0; round < rounds; round++) {
      const records = await history.list({}, { timeoutMs: 30_000 });
      assert.ok(records.length > 0);
      assert.equal(records.length % 2, 0);
      for (let index = 0; index < records.length; index += 2) {
        const [later, earlier] = [records[index], records[index + 1]];
        assert.ok(later && earlier);
        // Both rows of a call are written in one transaction.
        assert.deepEqual(
          [later.number, later.durationSeconds, later.info],
          [earlier.number, earlier.durationSeconds, earlier.info],
        );
      }
      const time = Date.parse(records[0]?.at ?? '');
      assert.ok(time >= newest);
      newest = time;
    }
    const { busy, calls } = await endWriter(child);
    assert.equal(busy, 0);
    assert.ok(calls > 3, `only ${calls} calls were written meanwhile`);
  }

  it('is whole in every copy, with patience for gaps and without, and no transaction of its writer fails', async () => {
    const child = await startWriter('forever');
    for (const patienceMs of [0, 0, 10_000, 0, 0, 10_000, 0, 0]) {
      await using snapshot = await snapshotDatabase(callLog, AbortSignal.timeout(20_000), patienceMs);
      assert.ok(snapshot);
      using copy = new DatabaseSync(snapshot.path);
      assert.deepEqual({ ...copy.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
      const halves = copy.prepare(
        'SELECT number FROM call_log GROUP BY number, duration HAVING count(*) <> 2',
      );
      assert.deepEqual(halves.all(), []);
    }
    assert.equal((await endWriter(child)).busy, 0);
  });

  it('is told as it was before a transaction that is under way, and after a crash in it', async () => {
    using database = new DatabaseSync(callLog);
    database.exec(`
      CREATE TABLE call_log (id INTEGER PRIMARY KEY AUTOINCREMENT, callId TEXT NOT NULL UNIQUE, number TEXT, name TEXT,
        type INTEGER, time INTEGER, duration INTEGER, info TEXT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
      INSERT INTO call_log SELECT i, 'c' || i, '555' || i, 'committed', 1, 1700000000 + i, 1, '' FROM n`);
    database.close();
    const child = await startWriter('halfway');
    assert.ok(readFileSync(callLog).includes('never committed'));
    const committed = async (): Promise<number> =>
      (await history.list()).filter(({ name }) => name === 'committed').length;
    assert.equal(await committed(), 500);

    child.kill('SIGKILL');
    await once(child, 'exit');
    const [left, journal] = [readFileSync(callLog), readFileSync(`${callLog}-journal`)];
    assert.equal(await committed(), 500);
    // Undoing it is MicroSIP's own business, at its next start.
    assert.ok(readFileSync(callLog).equals(left));
    assert.ok(readFileSync(`${callLog}-journal`).equals(journal));
  });

  it('is read while another program has it to itself', async () => {
    using database = new DatabaseSync(callLog);
    database.exec(`
      CREATE TABLE call_log (id INTEGER PRIMARY KEY, number TEXT, type INTEGER, time INTEGER);
      INSERT INTO call_log VALUES (1, '101', 1, 1700000000);
      BEGIN EXCLUSIVE;
      DELETE FROM call_log`);
    assert.deepEqual(
      (await history.list()).map(({ number }) => number),
      ['101'],
    );
    database.exec('COMMIT');
    assert.deepEqual(await history.list(), []);
  });

  it('is read with what its write-ahead log holds, if somebody gave it one', async () => {
    using database = new DatabaseSync(callLog);
    database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE call_log (id INTEGER PRIMARY KEY, number TEXT, type INTEGER, time INTEGER);
      INSERT INTO call_log VALUES (1, '101', 1, 1700000000)`);
    assert.ok(existsSync(`${callLog}-wal`));
    assert.deepEqual(
      (await history.list()).map(({ number }) => number),
      ['101'],
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { CallHistory } from '../../../sdk/src/history/call-history.ts';
import { callsOfDatabase } from '../../../sdk/src/history/call-log/calls-of-database.ts';
import { callFilter, type HistoryQuery } from '../../../sdk/src/history/history-query.ts';
import type { CallRecord } from '../../../sdk/src/history/call-record.ts';
import { encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni } from '../simulator/data-directory.ts';
import { ManualClock } from '../simulator/manual-clock.ts';

describe('the call history', () => {
  let directory: TemporaryDirectory;
  let files: { readonly settings: string; readonly callLog: string };
  let history: CallHistory;
  beforeEach(() => {
    directory = temporaryDirectory();
    files = {
      settings: path.join(directory.path, 'microsip.ini'),
      callLog: path.join(directory.path, 'call_log.db'),
    };
    history = new CallHistory(files);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const columns =
    'callId TEXT NOT NULL UNIQUE, number TEXT, name TEXT, type INTEGER, time INTEGER, duration INTEGER, info TEXT';

  /** Prepares a call log with statements of its own. */
  function database(...statements: readonly string[]): void {
    using connection = new DatabaseSync(files.callLog);
    for (const statement of statements) connection.exec(statement);
  }

  /** Writes a call log with these calls. */
  function callLog(...rows: readonly (readonly [string, string, number, number, number, string])[]): void {
    database(`CREATE TABLE call_log (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns})`);
    using connection = new DatabaseSync(files.callLog);
    const insert = connection.prepare('INSERT INTO call_log VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)');
    for (const [index, row] of rows.entries()) insert.run(`call-${index}@pbx.test`, ...row);
  }

  function calls(...values: readonly string[]): Record<string, string> {
    return Object.fromEntries(values.map((value, index) => [`Calls.${index}`, value]));
  }

  async function numbers(query: HistoryQuery = {}): Promise<readonly string[]> {
    return (await history.list(query)).map(({ number }) => number);
  }

  for (const version of verifiedVersions) {
    it(`tells the calls of a phone of version ${version}`, async () => {
      writeIni(directory.path, oneAccount);
      const clock = new ManualClock();
      await using phone = await Simulator.start({ dataDirectory: directory.path, clock, version });
      clock.pass(100);
      await phone.commandLine('5551234');
      clock.pass(12_000);
      await phone.commandLine('/hangupall');
      clock.pass(5000);
      const callId = phone.ring({ from: '"Ada; Countess" <sip:102@pbx.test>' });
      clock.pass(100);
      phone.farEnd({ do: 'hang-up' }, callId);
      clock.pass(60_000);
      phone.ring({ from: '"\u202EBob" <sip:103@pbx.test>' });
      clock.pass(100);

      const [ringing, missed, outgoing, ...rest] = await history.list();
      assert.deepEqual(rest, []);
      assert.ok(ringing && missed && outgoing);
      assert.deepEqual(
        [ringing, missed, outgoing].map(({ durationSeconds, name, number, type }) => [
          number,
          name,
          type,
          durationSeconds,
        ]),
        [
          ['103', '\u202EBob', 'incoming', 0],
          ['102', 'Ada; Countess', 'missed', 0],
          ['5551234', '5551234', 'outgoing', 10],
        ],
      );
      const inDatabase = version === '3.22.16';
      assert.equal(missed.source, inDatabase ? 'database' : 'ini');
      assert.equal(missed.callId, inDatabase ? callId : undefined);
      assert.equal(Date.parse(ringing.at) - Date.parse(missed.at), 60_000);
      assert.equal(new Set([ringing.id, missed.id, outgoing.id]).size, 3);
    });
  }

  it('tells the same calls after a newer version has taken them over into its database', async () => {
    writeIni(directory.path, oneAccount);
    const clock = new ManualClock();
    const start = (version: string): Promise<Simulator> =>
      Simulator.start({ dataDirectory: directory.path, clock, version });
    {
      await using phone = await start('3.22.3');
      clock.pass(100);
      for (const number of ['101', '5551234']) {
        await phone.commandLine(number);
        clock.pass(12_000);
        await phone.commandLine('/hangupall');
        clock.pass(5000);
      }
    }
    const before = await history.list();
    assert.deepEqual(
      before.map(({ number, source }) => [number, source]),
      [
        ['5551234', 'ini'],
        ['101', 'ini'],
      ],
    );
    {
      await using phone = await start('3.22.16');
      assert.equal(phone.status.calls.length, 0);
    }
    const common = ({ at, durationSeconds, info, name, number, type }: CallRecord): unknown => [
      at,
      durationSeconds,
      info,
      name,
      number,
      type,
    ];
    const after = await history.list();
    assert.deepEqual(after.map(common), before.map(common));
    assert.ok(after.every(({ source }) => source === 'database'));
  });

  it('tells of the same calls the same, whether they stand in the ini or in the database', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'É', '1', ' ', ';', '"', '\u202E'), maxLength: 6 });
    const call = fc.tuple(
      fc.stringMatching(/^\+?\d{3,12}$/u),
      word,
      fc.nat(3),
      fc.oneof(fc.constant(1_600_000_000), fc.integer({ min: 1_000_000_000, max: 1_700_000_000 })),
      fc.nat(9999),
      fc.constantFrom('', 'Call Ended', 'Beendet'),
    );
    const query = fc.record<HistoryQuery>(
      {
        type: fc.constantFrom('outgoing', 'incoming', 'missed'),
        since: fc.date({ min: new Date(1e12), max: new Date(1.7e12), noInvalidDate: true }),
        name: fc.constantFrom('a', 'e', '1'),
        limit: fc.integer({ min: 1, max: 5 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    const rows = fc.array(call, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, query, async (written, asked) => {
        rmSync(files.callLog, { force: true });
        writeIni(directory.path, {
          ...calls(...written.map((row) => row.join(';'))),
          'Settings.callsLastKey': String(Math.max(0, written.length - 1)),
        });
        const inIni = await history.list(asked);
        rmSync(files.settings);
        callLog(...written);
        const inDatabase = await history.list(asked);
        const common = ({ callId: _, id: __, source: ___, ...record }: CallRecord): unknown => record;
        assert.deepEqual(inIni.map(common), inDatabase.map(common));
      }),
      { numRuns: 60 },
    );
  });

  it('is empty where no phone ever ran', async () => {
    assert.deepEqual(await history.list(), []);
  });

  it('tells all that a row of the database says', async () => {
    callLog(['101', 'Ada', 3, 1_700_000_000, 0, 'Answered Elsewhere']);
    const record: CallRecord = {
      id: 'db-1',
      number: '101',
      name: 'Ada',
      type: 'answered-elsewhere',
      at: '2023-11-14T22:13:20.000Z',
      durationSeconds: 0,
      info: 'Answered Elsewhere',
      callId: 'call-0@pbx.test',
      source: 'database',
    };
    assert.deepEqual(await history.list(), [record]);
  });

  it('tells the calls of the ring buffer in their order when the clock did not move', async () => {
    const at = 1_700_000_000;
    writeIni(directory.path, {
      'Calls.998': `1;;0;${at};0;`,
      'Calls.999': `2;;0;${at};0;`,
      'Calls.0': `3;;0;${at};0;`,
      'Calls.1': 'null',
      'Calls.2': `0;the oldest;0;${at};0;`,
      'Calls.1000': `9;beyond the ring;0;${at};0;`,
      'Calls.x': `9;no key;0;${at};0;`,
      'Settings.callsLastKey': '1',
    });
    assert.deepEqual(await numbers(), ['3', '2', '1', '0']);
  });

  it('reads every encoding in which an ini can be', async () => {
    const text = '[Calls]\r\n0=101;Zoë;1;1700000000;1;Beendet\r\n';
    for (const encoding of ['utf-16le', 'ansi', 'utf-8', 'utf-8-bom'] as const) {
      writeFileSync(files.settings, encodeIni({ encoding, text }));
      const [call] = await history.list();
      assert.equal(call?.name, 'Zoë', encoding);
    }
  });

  it('tells the calls of both places, each once, when an old version ran after a new one', async () => {
    callLog(['101', 'Ada', 1, 1_700_000_000, 5, ''], ['102', 'Bob', 0, 1_700_000_300, 0, '']);
    writeIni(
      directory.path,
      calls('101;Ada;1;1700000000;5;', '103;Cid;2;1700000200;0;', '102;Bob;2;1700000300;0;'),
    );
    assert.deepEqual(
      (await history.list()).map(({ number, source, type }) => `${number} ${type} ${source}`),
      ['102 outgoing database', '102 missed ini', '103 missed ini', '101 incoming database'],
    );
    assert.deepEqual(await numbers({ limit: 2 }), ['102', '102']);
  });

  describe('finds', () => {
    beforeEach(() => {
      callLog(
        ['+49301234567', 'Zoë Łukasz-Müller', 0, 1_700_000_000, 5, ''],
        ['5550101', 'PBX', 1, 1_700_000_100, 5, ''],
        ['101', 'Ada King', 2, 1_700_000_200, 0, ''],
        ['bob@example.com;transport=tcp', 'Bob', 3, 1_700_000_300, 0, ''],
        ['101', 'Ada King', 9, 1_700_000_400, 0, ''],
      );
    });

    const queries: readonly (readonly [string, HistoryQuery, readonly string[]])[] = [
      ['a number in another notation', { number: '(030) 123-4567' }, ['+49301234567']],
      ['an extension, and no number that ends like it', { number: 'sip:101@pbx.test' }, ['101', '101']],
      ['an address', { number: 'sip:bob@example.com' }, ['bob@example.com;transport=tcp']],
      ['words of a name without their diacritics', { name: 'muller zoe' }, ['+49301234567']],
      ['one kind', { type: 'missed' }, ['101']],
      ['several kinds', { type: ['missed', 'incoming'] }, ['101', '5550101']],
      ['kinds that no version writes', { type: 'unknown' }, ['101']],
      ['no call of no kind', { type: [] }, []],
      ['calls since a time', { since: '2023-11-14T22:18:20Z' }, ['101', 'bob@example.com;transport=tcp']],
      ['calls before a time', { until: new Date(1_700_000_100_000) }, ['+49301234567']],
      ['calls of a span', { since: '2023-11-14T22:15:00Z', until: '2023-11-14T22:16:40Z' }, ['5550101']],
      ['the newest', { limit: 1 }, ['101']],
      ['the newest that fit', { limit: 1, type: 'outgoing' }, ['+49301234567']],
      ['nothing for nobody', { number: '' }, []],
      ['nothing that nobody called', { name: 'Eve' }, []],
    ];
    for (const [title, query, expected] of queries) {
      it(title, async () => {
        assert.deepEqual(await numbers(query), expected);
      });
    }

    it('nothing for what is no limit or no time, and says so', async () => {
      for (const query of [
        { limit: 0 },
        { limit: 1.5 },
        { limit: Number.NaN },
        { since: 'x' },
        { until: new Date('x') },
      ]) {
        await assert.rejects(history.list(query), { code: 'INVALID_ARGUMENT' });
      }
    });
  });

  describe('with a database that MicroSIP did not write', () => {
    it('takes an empty one for no calls', async () => {
      writeFileSync(files.callLog, '');
      assert.deepEqual(await history.list(), []);
      database('VACUUM');
      assert.deepEqual(await history.list(), []);
    });

    it('reads a table with fewer columns, with more, and in another order', async () => {
      database(
        'CREATE TABLE call_log (extra BLOB, time INTEGER, number TEXT)',
        "INSERT INTO call_log VALUES (x'00', 1700000000, '101')",
      );
      assert.deepEqual(await history.list(), [
        {
          id: 'db-1',
          number: '101',
          type: 'unknown',
          at: '2023-11-14T22:13:20.000Z',
          durationSeconds: 0,
          source: 'database',
        },
      ]);
    });

    it('reads values of other types, and leaves out what has no time', async () => {
      database(
        `CREATE TABLE call_log (id INTEGER PRIMARY KEY, ${columns.replaceAll(/ (?:TEXT|INTEGER)/gu, '')})`,
        "INSERT INTO call_log VALUES (1, 'a', 101, NULL, '1', '1700000000', 'many', x'41')",
        "INSERT INTO call_log VALUES (2, 'b', 102, 'late', 1, 9223372036854775807, 0, '')",
        "INSERT INTO call_log VALUES (3, 'c', 103, 'never', 1, NULL, 9223372036854775807, '')",
      );
      const records = await history.list();
      assert.deepEqual(
        records.map(({ durationSeconds, number, type }) => [number, type, durationSeconds]),
        [['101', 'incoming', 0]],
      );
    });

    const foreign: readonly (readonly [string, () => void])[] = [
      ['text', () => writeFileSync(files.callLog, 'ID,Type,Name\r\n'.repeat(400))],
      ['binary noise', () => writeFileSync(files.callLog, Buffer.alloc(20_000, 0xa5))],
      ['the database of another program', () => database('CREATE TABLE moz_places (id INTEGER)')],
      ['a table without numbers', () => database('CREATE TABLE call_log (id INTEGER, time INTEGER)')],
      [
        'a view that never ends',
        () =>
          database(
            'CREATE TABLE t (n)',
            'CREATE VIEW call_log AS WITH RECURSIVE x(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM x) SELECT number, number AS time FROM x',
          ),
      ],
    ];
    for (const [title, write] of foreign) {
      it(`refuses ${title}, and says what to do`, async () => {
        write();
        const before = readFileSync(files.callLog);
        await assert.rejects(history.list(), {
          code: 'SETTINGS_DAMAGED',
          message: /call_log\.db.*Nothing was changed/u,
        });
        assert.ok(readFileSync(files.callLog).equals(before));
      });
    }

    it('reads what is left of a damaged one or says that it is damaged, and never anything else', async () => {
      callLog(
        ...Array.from(
          { length: 300 },
          (_, index) => ['101', 'Ada', 1, 1_700_000_000 + index, 1, ''] as const,
        ),
      );
      const whole = readFileSync(files.callLog);
      for (let step = 0; step < 60; step++) {
        const damaged = Buffer.from(whole);
        // Every second one is cut off as well.
        for (let at = step * 7; at < damaged.length; at += 997) damaged[at] = (at * 31 + step) & 0xff;
        writeFileSync(
          files.callLog,
          step % 2 === 0 ? damaged : damaged.subarray(0, damaged.length - step * 300),
        );
        try {
          const records = await history.list();
          assert.ok(records.length <= 1000);
        } catch (error) {
          assert.equal((error as { code?: unknown }).code, 'SETTINGS_DAMAGED');
        }
      }
    });

    itOnPosix('does not wait for a pipe in its place', async () => {
      execFileSync('mkfifo', [files.callLog]);
      await assert.rejects(history.list(), { code: 'SETTINGS_DAMAGED', message: /no file/u });
    });

    it('refuses an ini that ends within a character', async () => {
      writeFileSync(files.settings, Buffer.from([0xff, 0xfe, 0x41]));
      await assert.rejects(history.list(), { code: 'SETTINGS_DAMAGED' });
    });
  });

  it('reads the newest calls of a database with a million, and no more than it is asked for', async function () {
    this.timeout(120_000);
    database(
      `CREATE TABLE call_log (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns})`,
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
       INSERT INTO call_log SELECT i, 'call-' || i, '555' || i, 'Name ' || i, i % 3, 1600000000 + i, i % 100, '' FROM n`,
    );
    assert.deepEqual(await numbers({ limit: 2 }), ['5551000000', '555999999']);
    assert.equal((await history.list()).length, 1000);
  });

  it('reads the newest calls in the order of their time where the clock was put back', async () => {
    database(
      `CREATE TABLE call_log (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns})`,
      // The second half is an hour earlier than the first.
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
       INSERT INTO call_log SELECT i, 'call-' || i, i, '', 1, 1700000000 + i - (i > 3000) * 3600, 0, '' FROM n`,
    );
    assert.deepEqual(await numbers({ limit: 3 }), ['3000', '2999', '2998']);
    const all = await history.list({ limit: 10_000 });
    assert.equal(all.length, 6000);
    assert.deepEqual(
      all.map(({ at }) => at),
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('lets other work go on while it looks through a long one, and ends when it is told to', async () => {
    const rows = 50_000;
    database(
      `CREATE TABLE call_log (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns})`,
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
       INSERT INTO call_log SELECT i, 'call-' || i, i, '', 1, 1600000000 + i, 0, '' FROM n`,
    );
    const stop = new AbortController();
    let looked = 0;
    const fits = (): boolean => {
      looked++;
      // What another part of the program would do when its turn comes.
      if (looked === 1) setImmediate(() => stop.abort());
      return false;
    };
    const filter = { ...callFilter({}), fits };
    await assert.rejects(callsOfDatabase(files.callLog, filter, stop.signal), { name: 'AbortError' });
    assert.ok(looked < rows / 2, `${looked} rows were looked at`);
  });

  it('says so when it takes too long', async () => {
    callLog(['101', 'Ada', 1, 1_700_000_000, 5, '']);
    truncateSync(files.callLog, 200 * 1024 * 1024);
    await assert.rejects(history.list({}, { timeoutMs: 1 }), {
      code: 'TIMEOUT',
      message: /longer than 1 ms.*--timeout/u,
    });
    assert.deepEqual(readdirSync(directory.path), ['call_log.db']);
  });

  it('does not copy what is far too large to be a call log', async () => {
    writeFileSync(files.callLog, '');
    truncateSync(files.callLog, 3 * 1024 ** 3);
    await assert.rejects(history.list(), {
      code: 'SETTINGS_DAMAGED',
      message: /has 3221225472 bytes.*move the file away/u,
    });
  });

  it('leaves nothing behind, neither beside the database nor among the temporary files', async () => {
    callLog(['101', 'Ada', 1, 1_700_000_000, 5, '']);
    const { mtimeNs } = statSync(files.callLog, { bigint: true });
    const copies = (): readonly string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('microsip-call-log-'));
    const before = copies();
    await history.list();
    assert.deepEqual(readdirSync(directory.path), ['call_log.db']);
    assert.equal(statSync(files.callLog, { bigint: true }).mtimeNs, mtimeNs);
    assert.deepEqual(copies(), before);
    rmSync(files.callLog);
    assert.deepEqual(await history.list(), []);
    assert.deepEqual(copies(), before);
  });

  it('ends at once when it is cancelled', async () => {
    callLog();
    await assert.rejects(history.list({}, { signal: AbortSignal.abort() }), { code: 'CANCELLED' });
    await assert.rejects(history.list({}, { timeoutMs: Number.NaN }), { code: 'INVALID_ARGUMENT' });
  });

  it('has another revision after each change of its files, and the same while there is none', async () => {
    const nothing = await history.revision();
    assert.equal(await history.revision(), nothing);
    callLog(['101', 'Ada', 0, 1_790_000_000, 5, '']);
    const one = await history.revision();
    assert.equal(await history.revision(), one);
    // Within the same tick of the file system's clock, and without a change of size.
    database("UPDATE call_log SET number = '102'");
    const changed = await history.revision();
    writeFileSync(files.settings, '[Calls]\r\n0=x\r\n');
    const withIni = await history.revision();
    assert.equal(new Set([nothing, one, changed, withIni]).size, 4);
  });

  it('has another revision where another phone is meant', async () => {
    using elsewhere = temporaryDirectory();
    const other = new CallHistory({
      settings: path.join(elsewhere.path, 'microsip.ini'),
      callLog: path.join(elsewhere.path, 'call_log.db'),
    });
    assert.notEqual(await other.revision(), await history.revision());
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseTime } from '../../../sdk/src/cli/time-option.ts';
import type { CallRecord } from '../../../sdk/src/history/call-record.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cli, cliProcess, type CliResult } from './run-cli.ts';

describe('microsip history', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
    using database = new DatabaseSync(path.join(directory.path, 'call_log.db'));
    database.exec(`
      CREATE TABLE call_log (id INTEGER PRIMARY KEY, callId TEXT, number TEXT, name TEXT, type INTEGER, time INTEGER,
        duration INTEGER, info TEXT);
      INSERT INTO call_log VALUES (1, 'a', '+49301234567', 'Ada', 0, 1700000000, 3723, 'Call Ended');
      INSERT INTO call_log VALUES (2, 'b', '101', '101', 2, 1700000100, 0, 'Canceled')`);
    const eve = database.prepare("INSERT INTO call_log VALUES (3, 'c', '666', ?, 1, 1700000200, 5, '')");
    eve.run('\u001B[31mEve\u202E\n');
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const history = (...words: readonly string[]): Promise<CliResult> =>
    cli('history', '--backend', 'simulator', '--data-dir', directory.path, ...words);

  it('prints the calls for people, newest first, and nothing that acts on their terminal', async () => {
    const { code, stderr, stdout } = await history();
    assert.equal(code, 0);
    assert.equal(stderr, '');
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/u, '')),
      [
        String.raw`incoming     0:05  \u{1b}[31mEve\u{202e}\n (666)`,
        'missed       0:00  101                            Canceled',
        'outgoing  1:02:03  Ada (+49301234567)             Call Ended',
      ],
    );
  });

  it('prints one JSON value', async () => {
    const { stdout } = await history('--json', '--number', '030/1234567');
    assert.deepEqual(JSON.parse(stdout), [
      {
        id: 'db-1',
        number: '+49301234567',
        name: 'Ada',
        type: 'outgoing',
        at: '2023-11-14T22:13:20.000Z',
        durationSeconds: 3723,
        info: 'Call Ended',
        callId: 'a',
        source: 'database',
      },
    ] satisfies CallRecord[]);
    assert.equal((await history('--json', '--name', 'nobody')).stdout, '[]\n');
  });

  const selections: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ['--type', 'missed', 'outgoing'],
      ['101', '+49301234567'],
    ],
    [['--limit', '1'], ['666']],
    [['--since', '2023-11-14T22:15:00Z', '--until', '2023-11-14T22:16:00Z'], ['101']],
    [['--since', '1d'], []],
    [['--name', 'ada'], ['+49301234567']],
  ];
  for (const [words, numbers] of selections) {
    it(`selects by ${words.join(' ')}`, async () => {
      const records = JSON.parse((await history('--json', ...words)).stdout) as CallRecord[];
      assert.deepEqual(
        records.map(({ number }) => number),
        numbers,
      );
    });
  }

  for (const words of [
    ['--limit', '0'],
    ['--since', 'yesterday'],
    ['--until', '2023-13-01'],
    ['--type', 'lost'],
  ]) {
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, stderr } = await history(...words);
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(words[0] ?? '', 'u'));
    });
  }

  it('keeps to itself what Node.js thinks of its database', async () => {
    const { code, stderr } = await cliProcess([
      'history',
      '--backend',
      'simulator',
      '--data-dir',
      directory.path,
    ]);
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('says so when there is no call, on stderr', async () => {
    const { code, stderr, stdout } = await history('--number', '999');
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /no such call; `microsip history`/u);
    rmSync(path.join(directory.path, 'call_log.db'));
    assert.match((await history()).stderr, /no call yet; `microsip dial/u);
  });
});

describe('a time in an option', () => {
  const parse = parseTime('--since', () => Date.parse('2026-11-22T12:00:00Z'));
  const times: readonly (readonly [string, Date])[] = [
    ['30s', new Date('2026-11-22T11:59:30Z')],
    ['30m', new Date('2026-11-22T11:30:00Z')],
    ['2h', new Date('2026-11-22T10:00:00Z')],
    ['7d', new Date('2026-11-15T12:00:00Z')],
    ['2026-11-22', new Date(2026, 10, 22)],
    ['2026-11-22T08:30', new Date(2026, 10, 22, 8, 30)],
    ['2026-11-22T08:30:00Z', new Date('2026-11-22T08:30:00Z')],
  ];
  for (const [text, time] of times) {
    it(`can be ${text}`, () => {
      assert.deepEqual(parse(text), time);
    });
  }
});

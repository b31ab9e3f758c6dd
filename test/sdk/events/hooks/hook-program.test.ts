import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  copyProgram,
  writeConfiguration,
} from '../../../../sdk/src/events/hooks/installing/program-files.ts';
import { JournalSource } from '../../../../sdk/src/events/hooks/journal/journal-source.ts';
import { describeOnPosix, itOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';
import { runHook } from './hooked-phone.ts';

const megabyte = 1024 * 1024;

describe('the hook program', () => {
  let directory: TemporaryDirectory;
  let folder: string;
  let journal: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    folder = join(directory.path, 'hook folder');
    journal = join(folder, 'journal.jsonl');
    mkdirSync(folder);
    copyProgram(folder);
    writeConfiguration(folder, { segmentBytes: megabyte, keptSegments: 2, ownCommands: {} });
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  it('writes the hook, the caller, the time and an id, and ends', async () => {
    const before = Date.now();
    assert.equal(await runHook(folder, 'cmdIncomingCall +4930123'), 0);
    const [event, ...others] = await new JournalSource(folder).history();
    assert.ok(event);
    assert.deepEqual(others, []);
    assert.equal(event.hook, 'cmdIncomingCall');
    assert.equal(event.caller, '+4930123');
    assert.ok(Date.parse(event.at) >= before && Date.parse(event.at) <= Date.now());
  });

  itOnPosix('lets nobody else read who called', async () => {
    await runHook(folder, 'cmdCallEnd 101');
    assert.equal(statSync(journal).mode & 0o777, 0o600);
  });

  it('puts together what a quotation mark in the caller took apart', async () => {
    await runHook(folder, 'cmdCallEnd 101 &', 'calc', '102');
    await runHook(folder, 'cmdCallEnd ');
    await runHook(folder, 'cmdCallEnd');
    const events = await new JournalSource(folder).history();
    assert.deepEqual(
      events.map(({ caller }) => caller),
      ['101 & calc 102', '', ''],
    );
  });

  for (const option of [
    '--inspect-brk=0.0.0.0:1',
    '-e process.exit(9)',
    '--help',
    '-',
    '--',
    '--import=x',
    '-p 1',
  ]) {
    it(`takes ${option} for a caller, not for an option of Node.js`, async () => {
      assert.equal(await runHook(folder, 'cmdCallEnd x', ...option.split(' ')), 0);
      assert.equal(await runHook(folder, `cmdCallEnd ${option}`), 0);
      const events = await new JournalSource(folder).history();
      assert.deepEqual(
        events.map(({ caller }) => caller),
        [`x ${option}`, option],
      );
    });
  }

  it('loads no module that an empty script does not load', () => {
    const loaded = (script: string): string[] =>
      JSON.parse(
        execFileSync(process.execPath, ['-r', join(directory.path, 'say.cjs'), script, 'cmdCallEnd 1'], {
          encoding: 'utf8',
        }),
      ) as string[];
    const say = `process.on('exit', () => console.log(JSON.stringify(process.moduleLoadList)));`;
    writeFileSync(join(directory.path, 'say.cjs'), say);
    writeFileSync(join(directory.path, 'empty.cjs'), '');
    const empty = new Set(loaded(join(directory.path, 'empty.cjs')));
    const more = loaded(join(folder, 'hook.cjs')).filter((name) => !empty.has(name));
    assert.deepEqual(more, []);
  });

  it('gives the journal another name when it is long enough, and keeps what is young', async () => {
    writeFileSync(journal, `${'x'.repeat(megabyte)}\n`);
    await runHook(folder, 'cmdCallEnd last');
    assert.equal(existsSync(journal), false);
    const [segment = ''] = readdirSync(folder).filter((name) => name.startsWith('journal-'));
    assert.match(readFileSync(join(folder, segment), 'utf8'), /"caller":"last"\}\n$/u);
    await runHook(folder, 'cmdCallEnd first');
    const events = await new JournalSource(folder).history();
    assert.deepEqual(
      events.map(({ caller }) => caller),
      ['last', 'first'],
    );
  });

  it('removes segments beyond the number kept, but none that somebody may still write to or read', async () => {
    const segment = (agoMs: number): string => {
      const name = `journal-${String(Date.now() - agoMs).padStart(14, '0')}-1.jsonl`;
      writeFileSync(join(folder, name), '');
      return name;
    };
    const hour = 3_600_000;
    const gone = [segment(4 * hour), segment(3 * hour), segment(2 * hour)];
    const kept = [segment(1000), 'journal-notes.jsonl'];
    writeFileSync(join(folder, 'journal-notes.jsonl'), 'not of the kit');
    writeFileSync(journal, 'x'.repeat(megabyte));
    await runHook(folder, 'cmdCallEnd 101');
    const left = new Set(readdirSync(folder));
    assert.deepEqual(
      gone.filter((name) => left.has(name)),
      [],
    );
    assert.deepEqual(
      kept.filter((name) => !left.has(name)),
      [],
    );

    // Ten young ones are more than two, and stay.
    const young = Array.from({ length: 10 }, (_, index) => segment(2000 + index));
    writeFileSync(journal, 'x'.repeat(megabyte));
    await runHook(folder, 'cmdCallEnd 101');
    assert.deepEqual(
      young.filter((name) => !existsSync(join(folder, name))),
      [],
    );
  });

  it('keeps no old segment where none is to be kept', async () => {
    writeConfiguration(folder, { segmentBytes: megabyte, keptSegments: 0, ownCommands: {} });
    const old = join(folder, `journal-${String(Date.now() - 3_600_000).padStart(14, '0')}-1.jsonl`);
    writeFileSync(old, '');
    writeFileSync(journal, 'x'.repeat(megabyte));
    await runHook(folder, 'cmdCallEnd 101');
    assert.equal(existsSync(old), false);
  });

  it('loses no event behind a line that was cut off', async () => {
    appendFileSync(journal, '{"v":1,"id":"cut');
    await runHook(folder, 'cmdCallEnd 1');
    await runHook(folder, 'cmdCallEnd 2');
    const source = new JournalSource(folder);
    assert.deepEqual(
      (await source.history()).map(({ caller }) => caller),
      ['1', '2'],
    );
    assert.equal(source.skippedLines, 1);
  });

  it('fails without a word, with a trace, when it does not know the hook', async () => {
    assert.equal(await runHook(folder, '101'), 1);
    assert.equal(await runHook(folder), 1);
    const traces = readFileSync(join(folder, 'failures.jsonl'), 'utf8').trimEnd().split('\n');
    assert.equal(traces.length, 2);
    assert.match(traces[0] ?? '', /the hook is not named/u);
    assert.equal(existsSync(journal), false);
  });

  it('ends also where it can write nothing at all', async () => {
    writeFileSync(join(directory.path, 'program'), readFileSync(join(folder, 'hook.cjs')));
    mkdirSync(journal);
    mkdirSync(join(folder, 'failures.jsonl'));
    assert.equal(await runHook(folder, 'cmdCallEnd 101'), 1);
    rmSync(journal, { recursive: true });
  });

  describeOnPosix("the user's own command", () => {
    let record: string;
    let command: string;
    beforeEach(() => {
      record = join(directory.path, 'record');
      command = join(directory.path, 'own command');
      writeFileSync(
        command,
        `#!/bin/sh\nprintf '%s\\n' "$@" > '${record}.new'; mv '${record}.new' '${record}'\n`,
      );
      chmodSync(command, 0o755);
    });

    function configure(file: string): void {
      const own = { how: 'arguments', file, params: 'call ended', plainCaller: false } as const;
      writeConfiguration(folder, {
        segmentBytes: megabyte,
        keptSegments: 2,
        ownCommands: { cmdCallEnd: own },
      });
    }

    it('is started with its own arguments and the caller behind them', async () => {
      configure(command);
      await runHook(folder, 'cmdCallEnd 101 $(touch x)');
      await until(() => existsSync(record), 'the own command');
      assert.equal(readFileSync(record, 'utf8'), 'call\nended\n101\n$(touch\nx)\n');
    });

    it('that is a shell carries out nothing of the caller', async () => {
      const own = {
        how: 'arguments',
        file: '/bin/sh',
        params: `-c "'${command}'`,
        plainCaller: true,
      } as const;
      const options = { segmentBytes: megabyte, keptSegments: 2, ownCommands: { cmdCallEnd: own } };
      writeConfiguration(folder, options);
      await runHook(folder, `cmdCallEnd 101; : > '${join(directory.path, 'canary')}'; `);
      await until(() => existsSync(record), 'the own command');
      // Had the shell seen a semicolon, this would end at it.
      assert.match(readFileSync(record, 'utf8'), /^101\w.*canary\n$/u);
      assert.equal(existsSync(join(directory.path, 'canary')), false);
    });

    it('is not started for another hook', async () => {
      configure(command);
      assert.equal(await runHook(folder, 'cmdCallStart 101'), 0);
      await runHook(folder, 'cmdCallEnd 102');
      await until(() => existsSync(record), 'the own command');
      assert.match(readFileSync(record, 'utf8'), /102/u);
    });

    it('is not waited for', async () => {
      const gate = join(directory.path, 'gate');
      writeFileSync(command, `#!/bin/sh\nwhile [ ! -e '${gate}' ]; do sleep 0.02; done; : > '${record}'\n`);
      configure(command);
      await runHook(folder, 'cmdCallEnd 101');
      assert.equal(existsSync(record), false);
      writeFileSync(gate, '');
      await until(() => existsSync(record), 'the own command to end by itself');
    });

    it('that is gone costs no event, and leaves a trace', async () => {
      configure(join(directory.path, 'gone'));
      await runHook(folder, 'cmdCallEnd 101');
      assert.equal((await new JournalSource(folder).history()).length, 1);
      assert.match(readFileSync(join(folder, 'failures.jsonl'), 'utf8'), /ENOENT/u);
    });
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  copyProgram,
  writeConfiguration,
} from '../../../../sdk/src/events/hooks/installing/program-files.ts';
import { parseJournalLine } from '../../../../sdk/src/events/hooks/journal/journal-line.ts';
import { replaceFileSync } from '../../../../sdk/src/settings/atomic-file.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { runHookStorm } from './hook-storm.ts';
import { runHook } from './hooked-phone.ts';
import { JournalReader } from './journal-reader.ts';

const storm = { processes: 1000, atOnce: 50 };

describe('a storm of hooks', function () {
  this.timeout(900_000);
  let directory: TemporaryDirectory;
  let folder: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    folder = join(directory.path, 'hooks');
    mkdirSync(folder);
    copyProgram(folder);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  it('writes a whole line for each of 1,000 processes, 50 at a time', async () => {
    writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 2, ownCommands: {} });
    const callers = await runHookStorm(folder, storm);
    const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').split('\n');
    assert.equal(lines.pop(), '');
    assert.equal(lines.length, storm.processes);
    const events = lines.map((line) => parseJournalLine(line));
    assert.deepEqual(events.map((event) => event?.caller).toSorted(), callers);
    assert.equal(new Set(events.map((event) => event?.id)).size, storm.processes);
    assert.equal(existsSync(join(folder, 'failures.jsonl')), false);
  });

  it('loses nothing while the journal gets other names, and two readers and a later one agree', async () => {
    // A storm that lasts for minutes would outlive segments of which only a few are kept.
    writeConfiguration(folder, { segmentBytes: 4096, keptSegments: 1000, ownCommands: {} });
    await using one = new JournalReader(folder);
    await using other = new JournalReader(folder);
    await Promise.all([one.history, other.history]);
    const callers = await runHookStorm(folder, storm);
    await Promise.all([one.untilEvents(storm.processes), other.untilEvents(storm.processes)]);
    await using later = new JournalReader(folder);

    const segments = readdirSync(folder).filter((name) => name.startsWith('journal-'));
    assert.ok(segments.length > 10, `${String(segments.length)} segments`);
    for (const reader of [one, other]) {
      assert.deepEqual(reader.events.map(({ caller }) => caller).toSorted(), callers);
      assert.equal(reader.source.skippedLines, 0);
    }
    const ids = (events: readonly { readonly id: string }[]): readonly string[] =>
      events.map(({ id }) => id).toSorted();
    assert.deepEqual(ids(one.events), ids(other.events));
    assert.deepEqual(ids(await later.history), ids(one.events));
    assert.equal(existsSync(join(folder, 'failures.jsonl')), false);
  });

  it('loses nothing while the hook program is installed again and again over an older one', async () => {
    writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 2, ownCommands: {} });
    const names = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    const programs = names.map((name) => ({
      file: join(folder, name),
      older: Buffer.concat([readFileSync(join(folder, name)), Buffer.from('// older\n')]),
    }));
    const installing = async (): Promise<void> => {
      for (let count = 0; count < 40; count++) {
        for (const { file, older } of programs) replaceFileSync(file, older);
        copyProgram(folder);
        writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: count, ownCommands: {} });
        assert.equal(await runHook(folder, 'cmdCallStart between'), 0);
      }
    };
    const [callers] = await Promise.all([runHookStorm(folder, { processes: 200, atOnce: 10 }), installing()]);
    const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
    const found = lines.map((line) => parseJournalLine(line)?.caller);
    assert.deepEqual(found.filter((caller) => caller !== 'between').toSorted(), callers);
    assert.equal(lines.length, 240);
    assert.equal(existsSync(join(folder, 'failures.jsonl')), false);
  });
});

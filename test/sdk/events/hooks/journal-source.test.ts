import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { HookEvent } from '../../../../sdk/src/events/hooks/hook-event.ts';
import { readingBuffer } from '../../../../sdk/src/events/following/followed-file.ts';
import { journalFiles } from '../../../../sdk/src/events/hooks/journal/journal-files.ts';
import { JournalSegment } from '../../../../sdk/src/events/hooks/journal/journal-segment.ts';
import { JournalSource } from '../../../../sdk/src/events/hooks/journal/journal-source.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { JournalReader } from './journal-reader.ts';

describe('JournalSource', () => {
  let directory: TemporaryDirectory;
  let folder: string;
  let journal: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    folder = join(directory.path, 'hooks');
    journal = join(folder, 'journal.jsonl');
    mkdirSync(folder);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  let written = 1000;
  function line(caller = '101'): string {
    written++;
    const at = '2026-11-23T08:00:00.000Z';
    return `${JSON.stringify({ v: 1, id: `i${String(written)}`, at, hook: 'cmdCallEnd', caller })}\n`;
  }

  function callers(events: readonly HookEvent[]): readonly string[] {
    return events.map(({ caller }) => caller);
  }

  /** The name the hook program gives a journal that is long enough. */
  function segment(number: number): string {
    return join(folder, `journal-${String(number).padStart(14, '0')}-1.jsonl`);
  }

  it('tells what was there before once, first, oldest first, and then what comes', async () => {
    writeFileSync(segment(1), line('1') + line('2'));
    writeFileSync(segment(2), line('3'));
    writeFileSync(journal, line('4'));
    await using reader = new JournalReader(folder);
    assert.deepEqual(callers(await reader.history), ['1', '2', '3', '4']);
    appendFileSync(journal, line('5'));
    await reader.untilEvents(1);
    assert.deepEqual(callers(reader.events), ['5']);
  });

  it('reads no more of the past than asked, and no part of a line', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => line(String(index).padStart(3, '0')));
    writeFileSync(segment(1), lines.slice(0, 50).join(''));
    writeFileSync(journal, lines.slice(50).join(''));
    const [{ length }] = lines as [string];
    for (const [bytes, count] of [
      [length * 10, 10],
      [length * 10 - 1, 9],
      [length * 10 + 1, 10],
      [length * 60 + 5, 60],
      [0, 0],
    ] as const) {
      const source = new JournalSource(folder, { historyBytes: bytes });
      const history = await source.history();
      assert.equal(history.length, count);
      if (count > 0) assert.equal(history.at(-1)?.caller, '099');
      assert.equal(source.skippedLines, 0);
    }
  });

  it('waits for a journal, and for its folder, to come, to go and to come back', async () => {
    rmSync(folder, { recursive: true });
    await using reader = new JournalReader(folder);
    assert.deepEqual(await reader.history, []);
    mkdirSync(folder);
    writeFileSync(journal, line('1'));
    await reader.untilEvents(1);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(journal, line('2'));
    await reader.untilEvents(2);
    assert.deepEqual(callers(reader.events), ['1', '2']);
  });

  it('passes over torn and foreign lines, and counts them', async () => {
    writeFileSync(journal, Buffer.from([0xff, 0xfe, 0x00, 0x0a]));
    appendFileSync(journal, `${line('1')}not json\n\n{"v":1,"id":"torn\n${line('2')}`);
    await using reader = new JournalReader(folder);
    assert.deepEqual(callers(await reader.history), ['1', '2']);
    appendFileSync(journal, `${line().slice(0, 20)}\n${line('3')}`);
    await reader.untilEvents(1);
    assert.deepEqual(callers(reader.events), ['3']);
    assert.equal(reader.source.skippedLines, 4);
  });

  it('waits for the rest of a line that is only half there', async () => {
    const whole = line('halves');
    writeFileSync(journal, whole.slice(0, 30));
    await using reader = new JournalReader(folder);
    assert.deepEqual(await reader.history, []);
    appendFileSync(journal, whole.slice(30));
    await reader.untilEvents(1);
    assert.deepEqual(callers(reader.events), ['halves']);
  });

  it('loses nothing of a hook that opened the journal before it got another name', async () => {
    writeFileSync(journal, line('1'));
    await using reader = new JournalReader(folder);
    await reader.history;
    await using late = await open(journal, 'a');
    renameSync(journal, segment(1));
    writeFileSync(journal, line('2'));
    await reader.untilEvents(1);
    await late.write(line('late'));
    await reader.untilEvents(2);
    assert.deepEqual(callers(reader.events), ['2', 'late']);
  });

  it('reads on in a segment whose past was not asked for', async () => {
    writeFileSync(journal, line('1'));
    const before = await open(journal, 'a');
    renameSync(journal, segment(1));
    writeFileSync(journal, line('2'));
    await using reader = new JournalReader(folder, { historyBytes: 0 });
    assert.deepEqual(await reader.history, []);
    await before.write(line('late'));
    await before.close();
    await reader.untilEvents(1);
    assert.deepEqual(callers(reader.events), ['late']);
  });

  it('opens no file that has the name of another one by now', async () => {
    writeFileSync(journal, line('1'));
    const [file] = await journalFiles(folder);
    assert.ok(file);
    renameSync(journal, segment(1));
    writeFileSync(journal, line('2'));
    assert.equal(await JournalSegment.open(file, 1), undefined);
    const opened = await JournalSegment.open({ ...file, path: segment(1) }, 0);
    assert.deepEqual(callers((await opened?.read(readingBuffer())) ?? []), ['1']);
    await opened?.close();
  });

  it('sees segments that came one after the other before it looked', async () => {
    await using reader = new JournalReader(folder);
    await reader.history;
    for (let number = 1; number <= 5; number++) {
      writeFileSync(journal, line(String(number)));
      renameSync(journal, segment(number));
    }
    writeFileSync(journal, line('6'));
    await reader.untilEvents(6);
    assert.deepEqual(callers(reader.events).toSorted(), ['1', '2', '3', '4', '5', '6']);
  });

  it('tells nothing again when old segments are removed', async () => {
    writeFileSync(segment(1), line('1'));
    writeFileSync(journal, line('2'));
    await using reader = new JournalReader(folder);
    await reader.history;
    rmSync(segment(1));
    appendFileSync(journal, line('3'));
    await reader.untilEvents(1);
    appendFileSync(journal, line('4'));
    await reader.untilEvents(2);
    assert.deepEqual(callers(reader.events), ['3', '4']);
    assert.equal(existsSync(segment(1)), false);
  });

  it('ends when it is aborted, within what it has read already', async () => {
    writeFileSync(journal, line('1'));
    const abort = new AbortController();
    const observations = new JournalSource(folder).observe(abort.signal);
    await observations.next();
    appendFileSync(journal, line('2') + line('3'));
    assert.equal((await observations.next()).value?.type, 'hook');
    abort.abort();
    assert.equal((await observations.next()).done, true);
  });

  it('sees events where the system tells of no changes, as on Windows and macOS', async () => {
    await using reader = new JournalReader(folder, { platform: 'win32' });
    await reader.history;
    writeFileSync(journal, line('1'));
    await reader.untilEvents(1);
    renameSync(journal, segment(1));
    writeFileSync(journal, line('2'));
    await reader.untilEvents(2);
    assert.deepEqual(callers(reader.events), ['1', '2']);
  });
});

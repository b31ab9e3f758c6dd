import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { followFile, type FileObservation } from '../../../sdk/src/events/following/follow-file.ts';
import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { observations, type Observations } from '../../support/sdk/observations.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { until } from '../../support/sdk/until.ts';
import { openForWriting, share } from './open-file.ts';

describe('following a log on Windows', () => {
  let directory: TemporaryDirectory;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'MicroSIP ü_log.txt');
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const follow = (name = file): Observations<FileObservation> =>
    observations((signal) => followFile(name, { signal }));

  it('reads what a writer adds that keeps the file open', async () => {
    using phone = await openForWriting(file, share.readingAndWriting);
    await using observed = follow();
    for (const word of ['one', 'two', 'three']) {
      phone.write(word);
      await until(() => textOf(observed).endsWith(word), word);
    }
    assert.equal(textOf(observed), 'onetwothree');
  });

  it('waits for a writer that lets nobody read meanwhile', async () => {
    const phone = await openForWriting(file, share.nothing);
    phone.write('one');
    await using observed = follow();
    await until(() => observed.items.some(({ type }) => type === 'unreadable'), 'it to be unreadable');
    phone[Symbol.dispose]();
    await until(() => textOf(observed) === 'one', 'what was written');
  });

  it('stands in the way of nobody: the file can be opened, emptied, renamed and made anew', async () => {
    writeFileSync(file, 'before');
    await using observed = follow();
    await until(() => textOf(observed) === 'before', 'what was there');
    {
      using phone = await openForWriting(file, share.reading);
      phone.write(' more');
      await until(() => textOf(observed) === 'before more', 'what was added');
    }
    truncateSync(file);
    appendFileSync(file, '(emptied)');
    await until(() => textOf(observed).endsWith('(emptied)'), 'the emptied file');
    renameSync(file, `${file}.old`);
    writeFileSync(file, '(new)');
    await until(() => textOf(observed).endsWith('(new)'), 'the new file');
    assert.deepEqual(
      observed.items.flatMap((item) => (item.type === 'opened' ? item.because : [])),
      ['found', 'rewritten', 'replaced'],
    );
  });

  it('reads a log whose path is longer than 260 characters', async () => {
    const folder = path.join(
      directory.path,
      ...Array.from({ length: 6 }, (_, depth) => `${depth} `.padEnd(50, 'ü')),
    );
    mkdirSync(folder, { recursive: true });
    const deep = path.join(folder, 'microsip_log.txt');
    assert.ok(deep.length > 260);
    writeFileSync(deep, 'one');
    await using observed = follow(deep);
    await until(() => textOf(observed) === 'one', 'what was there');
    appendFileSync(deep, 'two');
    await until(() => textOf(observed) === 'onetwo', 'what was added');
  });

  it('reads a log by its short name', async function () {
    writeFileSync(file, 'one');
    const short = (await loadNativeWindows())?.shortPath(file);
    assert.ok(short !== undefined);
    if (short === file) skipBecause(this, 'this drive has no short names');
    await using observed = follow(short);
    await until(() => textOf(observed) === 'one', 'what was there');
    appendFileSync(file, 'two');
    await until(() => textOf(observed) === 'onetwo', 'what was added');
  });
});

function textOf({ items }: Observations<FileObservation>): string {
  return Buffer.concat(items.flatMap((item) => (item.type === 'chunk' ? [item.bytes] : []))).toString();
}

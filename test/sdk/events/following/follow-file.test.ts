import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import {
  followFile,
  type FileObservation,
  type FollowOptions,
} from '../../../../sdk/src/events/following/follow-file.ts';
import type { FollowingClock } from '../../../../sdk/src/events/following/following-clock.ts';
import { itOnLinux } from '../../../support/mocha/platform-tests.ts';
import { observations, type Observations } from '../../../support/sdk/observations.ts';
import { programPath } from '../../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';

type Observed = Observations<FileObservation>;

function textOf({ items }: Observed): string {
  const chunks = items.flatMap((item) => (item.type === 'chunk' ? [item.bytes] : []));
  return Buffer.concat(chunks).toString();
}

/** What was observed, briefly: neighbouring chunks are one. */
function storyOf({ items }: Observed): string[] {
  const story: string[] = [];
  for (const item of items) {
    if (item.type === 'chunk') {
      const text = Buffer.from(item.bytes).toString();
      if (story.at(-1)?.startsWith('“') === true) story.push(`“${story.pop()?.slice(1, -1) ?? ''}${text}”`);
      else story.push(`“${text}”`);
    } else story.push(item.type === 'opened' ? item.because : item.type);
  }
  return story;
}

/** Every test with notices of changes, and as where they come late or never: on Windows, on shares, in WSL. */
for (const watch of [true, false]) {
  describe(`following a file ${watch ? 'whose folder is watched' : 'by looking at it'}`, () => {
    let directory: TemporaryDirectory;
    let file: string;
    beforeEach(() => {
      directory = temporaryDirectory();
      file = path.join(directory.path, 'microsip_log.txt');
    });
    afterEach(() => {
      directory[Symbol.dispose]();
    });

    const follow = (options: Omit<FollowOptions, 'signal'> = {}): ReturnType<typeof observe> =>
      observe(options);
    function observe(options: Omit<FollowOptions, 'signal'>): Observed & { stop(): Promise<void> } {
      return observations((signal) => followFile(file, { watch, ...options, signal }));
    }

    it('reads what is there and all that is added', async () => {
      writeFileSync(file, 'one ');
      await using observed = follow();
      await until(() => textOf(observed) === 'one ', 'the beginning');
      appendFileSync(file, 'two ');
      await until(() => textOf(observed) === 'one two ', 'the second word');
      appendFileSync(file, 'three');
      await until(() => textOf(observed) === 'one two three', 'the third word');
      assert.deepEqual(storyOf(observed), ['found', '“one two three”']);
    });

    it('says where in the file every byte stands', async () => {
      writeFileSync(file, 'x'.repeat(600_000));
      await using observed = follow();
      await until(() => textOf(observed).length === 600_000, 'all of it');
      let expected = 0;
      for (const item of observed.items) {
        if (item.type !== 'chunk') continue;
        assert.equal(item.position, expected);
        expected += item.bytes.length;
      }
    });

    it('begins where it is told to', async () => {
      writeFileSync(file, 'old new');
      await using observed = follow({ start: ({ sizeAtOpening }) => sizeAtOpening - 3 });
      await until(() => textOf(observed) === 'new', 'the end of the file');
      appendFileSync(file, '!');
      await until(() => textOf(observed) === 'new!', 'what was added');
    });

    it('waits for a file that is not there yet, in a folder that is not there yet', async () => {
      const folder = path.join(directory.path, 'later', 'still later');
      file = path.join(folder, 'microsip_log.txt');
      await using observed = follow();
      await until(() => observed.items.length > 0, 'the first word about it');
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, 'here');
      await until(() => textOf(observed) === 'here', 'the late file');
      assert.deepEqual(storyOf(observed), ['missing', 'found', '“here”']);
    });

    it('begins anew in a file that was emptied', async () => {
      writeFileSync(file, 'the long first content');
      await using observed = follow();
      await until(() => textOf(observed) === 'the long first content', 'the first content');
      truncateSync(file);
      await until(() => observed.items.at(-1)?.type === 'opened', 'the emptied file');
      appendFileSync(file, 'second');
      await until(() => textOf(observed).endsWith('second'), 'the second content');
      assert.deepEqual(storyOf(observed), ['found', '“the long first content”', 'rewritten', '“second”']);
    });

    it('notices a file that was emptied and has grown past its old length', async () => {
      writeFileSync(file, 'first content');
      await using observed = follow();
      await until(() => textOf(observed) === 'first content', 'the first content');
      writeFileSync(file, 'another content, which is longer');
      await until(() => textOf(observed).endsWith('longer'), 'the second content');
      assert.deepEqual(
        storyOf(observed)
          .filter((word) => word !== '“”')
          .slice(-1),
        ['“another content, which is longer”'],
      );
    });

    it('reads a renamed file to its end before the new one', async () => {
      writeFileSync(file, 'old');
      await using observed = follow();
      await until(() => textOf(observed) === 'old', 'the old file');
      appendFileSync(file, ', its last words');
      renameSync(file, path.join(directory.path, 'microsip_log_1.txt'));
      writeFileSync(file, 'new');
      await until(() => textOf(observed).endsWith('new'), 'the new file');
      assert.deepEqual(
        storyOf(observed).filter((word) => word !== 'missing'),
        ['found', '“old, its last words”', 'replaced', '“new”'],
      );
    });

    it('reads on in a renamed file for as long as it lingers, for writers that have it open', async () => {
      writeFileSync(file, 'old');
      const times = { now: 0 };
      const clock = {
        now: () => times.now,
        after: (milliseconds: number, callback: () => void) => {
          const timer = setTimeout(callback, Math.min(milliseconds, 20));
          return () => {
            clearTimeout(timer);
          };
        },
      };
      await using observed = follow({ clock, lingerMs: 1000 });
      await until(() => textOf(observed) === 'old', 'the old file');
      const renamed = path.join(directory.path, 'renamed');
      renameSync(file, renamed);
      writeFileSync(file, 'new');
      await until(() => textOf(observed).endsWith('new'), 'the new file');
      appendFileSync(renamed, ' and late');
      await until(() => textOf(observed).endsWith(' and late'), 'the late words');
      times.now = 1000;
      appendFileSync(renamed, ', once more');
      await until(() => textOf(observed).endsWith('once more'), 'the last look');
    });

    it('says that a file vanished, and goes on when it comes back', async () => {
      writeFileSync(file, 'one');
      await using observed = follow();
      await until(() => textOf(observed) === 'one', 'the file');
      rmSync(file);
      await until(() => observed.items.at(-1)?.type === 'missing', 'it to be missed');
      writeFileSync(file, 'two');
      await until(() => textOf(observed) === 'onetwo', 'the second file');
      assert.equal(storyOf(observed).filter((word) => word === 'missing').length, 1);
    });

    it('goes on where it was when the very same file comes back', async () => {
      writeFileSync(file, 'one');
      await using observed = follow();
      await until(() => textOf(observed) === 'one', 'the file');
      const elsewhere = path.join(directory.path, 'elsewhere');
      renameSync(file, elsewhere);
      await until(() => observed.items.at(-1)?.type === 'missing', 'it to be missed');
      appendFileSync(elsewhere, ' two');
      renameSync(elsewhere, file);
      await until(() => textOf(observed).endsWith(' two'), 'what was added');
      assert.equal(textOf(observed), 'one two');
    });

    it('follows into a folder that took the place of its folder', async () => {
      const folder = path.join(directory.path, 'MicroSIP');
      mkdirSync(folder);
      file = path.join(folder, 'microsip_log.txt');
      writeFileSync(file, 'one');
      await using observed = follow();
      await until(() => textOf(observed) === 'one', 'the file');
      renameSync(folder, path.join(directory.path, 'old'));
      mkdirSync(folder);
      writeFileSync(file, 'two');
      await until(() => textOf(observed) === 'onetwo', 'the file in the new folder');
      appendFileSync(file, ' more');
      await until(() => textOf(observed) === 'onetwo more', 'what was added there');
    });

    it('says what is no file, and reads it as soon as it is one', async () => {
      mkdirSync(file);
      await using observed = follow();
      await until(() => observed.items.at(-1)?.type === 'unreadable', 'the folder to be told');
      rmSync(file, { recursive: true });
      writeFileSync(file, 'now');
      await until(() => textOf(observed) === 'now', 'the file');
      assert.equal(observed.items.filter(({ type }) => type === 'unreadable').length, 1);
    });

    itOnLinux('waits for a file that can be opened and not be read, and says so once', async () => {
      // Reading the memory of this process from its beginning fails, as reading from a disk that fails does.
      file = '/proc/self/mem';
      let looks = 0;
      const clock: FollowingClock = {
        now: () => looks * 1000,
        after: (_milliseconds, callback) => {
          looks++;
          setImmediate(callback);
          return () => undefined;
        },
      };
      await using observed = follow({ clock });
      await until(() => looks > 20, 'some looks');
      assert.deepEqual(storyOf(observed), ['unreadable']);
    });

    it('reads no faster than it is asked', async () => {
      writeFileSync(file, 'x'.repeat(2_000_000));
      const ending = new AbortController();
      const following = followFile(file, { watch, signal: ending.signal });
      const opened = (await following.next()).value;
      assert.equal(opened?.type, 'opened');
      const first = (await following.next()).value;
      assert.ok(first?.type === 'chunk' && first.bytes.length < 300_000);
      assert.equal(first.file.position, first.bytes.length);
      await following.return();
      assert.ok(first.file.closed);
    });

    it('loses nothing and doubles nothing when another process renames the file in a burst', async () => {
      const source = path.join(directory.path, 'source');
      const burst = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join('');
      writeFileSync(source, burst);
      writeFileSync(file, '');
      await using observed = follow();
      await until(() => observed.items.length > 0, 'the empty file');
      for (let run = 1; run <= 3; run++) {
        const arguments_ = [programPath('append-in-pieces'), source, file, String(run), '700', '1'];
        const writer = spawn(process.execPath, arguments_, { stdio: 'inherit' });
        await once(writer, 'exit');
        assert.equal(writer.exitCode, 0);
        await until(() => textOf(observed).length >= run * burst.length, `burst ${run}`);
      }
      assert.ok(textOf(observed) === burst.repeat(3));
    });

    it('reads every content of a file once and whole, whatever becomes of the file', async () => {
      const change = fc.record({
        how: fc.constantFrom('append', 'rewrite', 'rename', 'remove'),
        text: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          using folder = temporaryDirectory();
          file = path.join(folder.path, 'log.txt');
          writeFileSync(file, '');
          await using observed = follow();
          await until(() => observed.items.length > 0, 'the file');
          let expected = '';
          for (const [index, { how, text }] of changes.entries()) {
            // A number makes contents differ: one that begins like the one before is none that was rewritten.
            const written = `${index}${text}`;
            if (how === 'append') appendFileSync(file, written);
            else {
              if (how === 'rename') renameSync(file, `${file}.${index}`);
              if (how === 'remove') rmSync(file);
              writeFileSync(file, written);
            }
            expected += written;
            await until(() => textOf(observed).length >= expected.length, `what was written by ${how}`);
            assert.equal(textOf(observed), expected);
          }
        }),
        { numRuns: 25 },
      );
    });

    it('leaves no handle open when it ends', async () => {
      const before = openPaths(directory.path);
      writeFileSync(file, 'one');
      const observed = follow({ lingerMs: 60_000 });
      await until(() => textOf(observed) === 'one', 'the file');
      renameSync(file, `${file}.old`);
      writeFileSync(file, 'two');
      await until(() => textOf(observed) === 'onetwo', 'the new file');
      await observed.stop();
      assert.deepEqual(openPaths(directory.path), before);
    });

    it('serves many followers of one file', async () => {
      writeFileSync(file, 'one');
      const followers = Array.from({ length: 40 }, () => follow());
      try {
        await until(() => followers.every((one) => textOf(one) === 'one'), 'the beginning');
        appendFileSync(file, ' two');
        await until(() => followers.every((one) => textOf(one) === 'one two'), 'what was added');
      } finally {
        await Promise.all(followers.map((one) => one.stop()));
      }
    });
  });
}

/** The files below a folder that this process has open; only Linux tells. */
function openPaths(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${descriptor}`);
      return target.startsWith(folder) ? [target] : [];
    } catch {
      return []; // the descriptor of this very reading
    }
  });
}

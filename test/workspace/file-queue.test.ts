import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { FileQueue, type FileQueueOptions } from '../support/test-run/file-queue.ts';
import { quarrels } from '../support/test-run/quarrels.ts';
import { runQueue } from '../support/test-run/run-queue.ts';

const never = new AbortController().signal;

const queueOf = (
  milliseconds: Readonly<Record<string, number>>,
  rules: Partial<FileQueueOptions> = {},
): FileQueue =>
  new FileQueue(Object.keys(milliseconds), {
    expectedMs: (file) => milliseconds[file] ?? 0,
    quarrels: [],
    ...rules,
  });

describe('the queue of test files', () => {
  it('gives the longest first', () => {
    const queue = queueOf({ short: 1, longest: 300, long: 20 });
    assert.deepEqual(
      [queue.take(), queue.take(), queue.take(), queue.take()],
      ['longest', 'long', 'short', undefined],
    );
  });

  it('keeps a file back while one that it quarrels with runs, and gives others meanwhile', () => {
    const queue = queueOf({ a: 3, b: 2, c: 1 }, { quarrels: [{ over: 'a folder', files: ['a', 'b'] }] });
    assert.deepEqual([queue.take(), queue.take(), queue.take()], ['a', 'c', undefined]);
    queue.done('a');
    assert.equal(queue.take(), 'b');
  });
});

describe('running a queue of test files', () => {
  const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
    minLength: 1,
  });

  it('runs each file once, never more than allowed and never those together that must not be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          files: names,
          quarrelling: names,
          atOnce: fc.integer({ min: 1, max: 4 }),
        }),
        fc.scheduler(),
        async ({ files, quarrelling, atOnce }, scheduler) => {
          const queue = new FileQueue(files, {
            expectedMs: (file) => file.codePointAt(0) ?? 0,
            quarrels: [{ over: 'something', files: quarrelling }],
          });
          const running = new Set<string>();
          const seen: string[] = [];
          const run = async (file: string): Promise<void> => {
            running.add(file);
            seen.push(file);
            assert.ok(running.size <= atOnce);
            assert.ok([...running].filter((name) => quarrelling.includes(name)).length <= 1);
            await scheduler.schedule(Promise.resolve(), file);
            running.delete(file);
          };
          await scheduler.waitFor(runQueue(queue, atOnce, run, never));
          assert.deepEqual([...seen].sort(), [...files].sort());
        },
      ),
    );
  });

  it('begins nothing more once it is told to stop, and waits for what runs', async () => {
    const stop = new AbortController();
    const ended: string[] = [];
    const run = async (file: string): Promise<void> => {
      stop.abort();
      await Promise.resolve();
      ended.push(file);
    };
    await runQueue(queueOf({ a: 3, b: 2, c: 1 }), 1, run, stop.signal);
    assert.deepEqual(ended, ['a']);
  });

  it('fails when one run does, after the others have ended', async () => {
    const ended: string[] = [];
    const run = async (file: string): Promise<void> => {
      if (file === 'a') throw new Error('no room');
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(file);
    };
    await assert.rejects(runQueue(queueOf({ a: 3, b: 2, c: 1 }), 2, run, never), /no room/u);
    assert.deepEqual(ended, ['b']);
  });
});

describe('the files that cannot stand neighbours', () => {
  it('are there, so that none is forgotten when it moves', () => {
    const named = quarrels.flatMap(({ files }) => files);
    const missing = named.filter((file) => !existsSync(path.join(import.meta.dirname, '..', file)));
    assert.deepEqual(missing, []);
  });

  it('are all that open windows of VS Code, two of which would write one bundle and wait for one another', () => {
    const folder = path.join(import.meta.dirname, '..');
    const opening = globSync('**/*.test.ts', { cwd: folder })
      .filter((file) =>
        /workbench-host|workbench-with-phone|use-workbench|startCodeServer/u.test(
          readFileSync(path.join(folder, file), 'utf8'),
        ),
      )
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file !== 'workspace/file-queue.test.ts');
    assert.ok(opening.length > 5);
    const apart = new Set(quarrels.flatMap(({ files }) => files));
    assert.deepEqual(
      opening.filter((file) => !apart.has(file)),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { runMochaProcess, type MochaProcessResult } from '../support/test-run/mocha-process.ts';
import { itOnPosix } from '../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { until } from '../support/sdk/until.ts';

const root = path.join(import.meta.dirname, '../..');

interface Run {
  readonly grep?: string;
  readonly signal?: AbortSignal;
}

/** Runs a test file of this text. */
async function runTests(text: string, folder: string, run: Run = {}): Promise<MochaProcessResult> {
  const file = path.join(folder, 'a.test.mjs');
  writeFileSync(file, text);
  return runMochaProcess(file, {
    root,
    folder: path.join(folder, 'process'),
    grep: run.grep,
    environment: { GREETING: 'hello' },
    signal: run.signal ?? new AbortController().signal,
  });
}

describe('the mocha process of a test file', function () {
  this.timeout(120_000);

  it('tells what came of its tests, and what was printed', async () => {
    using directory = temporaryDirectory();
    const { output, report, exitCode } = await runTests(
      `describe('a thing', () => {
         it('works', () => console.log(process.env.GREETING));
         it('breaks', () => { throw new Error('a fault'); });
       });`,
      directory.path,
    );
    assert.deepEqual([report?.passed, report?.failed, exitCode], [1, 1, 1]);
    assert.match(output, /^hello\n {2}✖ a thing: 1 passed, 1 failed/u);
    assert.match(report?.failures ?? '', /a thing\s+breaks:\s+Error: a fault/u);
    assert.ok(output.includes(report?.failures ?? '-'));
  });

  it('runs the tests that were asked for', async () => {
    using directory = temporaryDirectory();
    const text = "describe('a thing', () => { it('works', () => {}); it('breaks', () => { throw 1; }); });";
    const { report } = await runTests(text, directory.path, { grep: 'works' });
    assert.deepEqual([report?.passed, report?.failed], [1, 0]);
  });

  it('has no report when it dies, and says of what', async () => {
    using directory = temporaryDirectory();
    const { report, exitCode } = await runTests("it('ends', () => process.exit(7));", directory.path);
    assert.deepEqual([report, exitCode], [undefined, 7]);
  });

  it('has a folder for temporary files of its own, which is gone afterwards', async () => {
    using directory = temporaryDirectory();
    const { output } = await runTests(
      `import os from 'node:os';
       import fs from 'node:fs';
       it('leaves something', () => {
         fs.writeFileSync(os.tmpdir() + '/left', '');
         console.log(os.tmpdir());
       });`,
      directory.path,
    );
    const temporary = output.split('\n')[0] ?? '';
    assert.equal(temporary, path.join(directory.path, 'process'));
    assert.deepEqual(readdirSync(directory.path), ['a.test.mjs']);
  });

  itOnPosix('lets the test that is interrupted clean up, and begins no other', async () => {
    // Windows ends a process instead of interrupting it.
    using directory = temporaryDirectory();
    const begun = path.join(directory.path, 'begun');
    const cleaned = path.join(directory.path, 'cleaned');
    const interruption = new AbortController();
    const running = runTests(
      `import fs from 'node:fs';
       import { once } from 'node:events';
       it('waits', async () => {
         const interrupted = once(process, 'SIGTERM');
         fs.writeFileSync(${JSON.stringify(begun)}, '');
         const alive = setInterval(() => {}, 1000);
         await interrupted;
         clearInterval(alive);
         fs.writeFileSync(${JSON.stringify(cleaned)}, '');
       });
       it('comes next', () => console.log('began'));`,
      directory.path,
      { signal: interruption.signal },
    );
    await until(() => existsSync(begun), 'the test to begin');
    interruption.abort();
    const { output } = await running;
    assert.ok(existsSync(cleaned));
    assert.doesNotMatch(output, /began/u);
  });
});

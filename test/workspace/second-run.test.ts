import assert from 'node:assert/strict';

import type { FileResult, ProcessEnd } from '../support/test-run/file-result.ts';
import { steadied, steadiedSuites } from '../support/test-run/second-run.ts';

const green = { passed: 3, failed: 0, skipped: [], failedSuites: [], failures: '' };

function passing(file: string): FileResult {
  return { file, report: green, exitCode: 0, killedBy: undefined };
}

function failing(file: string, failures = 'broke'): FileResult {
  return { ...passing(file), report: { ...green, failed: 1, failures }, exitCode: 1 };
}

describe('the second run of files that failed', () => {
  it('takes the place of the first, of which is told what failed', async () => {
    const run: string[] = [];
    const { results, unsteady } = await steadied([passing('a'), failing('b'), passing('c')], (file) => {
      run.push(file);
      return Promise.resolve(passing(file));
    });
    assert.deepEqual(run, ['b']);
    assert.deepEqual(results, [passing('a'), passing('b'), passing('c')]);
    assert.deepEqual(unsteady, ['  test/b\nbroke']);
  });

  it('leaves a file failed that fails again, as it failed at last', async () => {
    const { results, unsteady } = await steadied([passing('a'), failing('b')], (file) =>
      Promise.resolve(failing(file, 'broke alone')),
    );
    assert.deepEqual(results, [passing('a'), failing('b', 'broke alone')]);
    assert.deepEqual(unsteady, []);
  });

  it('runs one file at a time', async () => {
    let running = 0;
    await steadied([failing('a'), failing('b'), failing('c')], async (file) => {
      assert.equal(++running, 1);
      await Promise.resolve();
      running--;
      return passing(file);
    });
  });

  it('is not for a file that ran alone, nor where many fail', async () => {
    const never = (): Promise<never> => Promise.reject(new Error('ran'));
    for (const results of [[failing('a')], ['a', 'b', 'c', 'd'].map((file) => failing(file))]) {
      assert.deepEqual(await steadied(results, never), { results, unsteady: [] });
    }
  });

  it('leaves everything as it was where the run is interrupted', async () => {
    const results = [passing('a'), failing('b')];
    assert.deepEqual(await steadied(results, () => Promise.resolve(undefined)), { results, unsteady: [] });
  });
});

describe('the second run of suites that failed in one program', () => {
  const failedSuites = [{ title: 'a call (held)', passed: 2, failed: 1 }];
  const first: ProcessEnd = { report: { ...green, failed: 1, failedSuites }, exitCode: 1 };

  it('runs those suites and no others, and counts them as they are then', async () => {
    const asked: string[] = [];
    const steadiedRun = await steadiedSuites(first, (grep) => {
      asked.push(grep);
      return Promise.resolve({ report: green, exitCode: 0 });
    });
    assert.deepEqual(steadiedRun, { account: { passed: 4, failed: 0, skipped: [] }, isUnsteady: true });
    const [grep = ''] = asked;
    assert.match('a call (held) goes on', new RegExp(grep, 'u'));
    assert.doesNotMatch('a call', new RegExp(grep, 'u'));
  });

  it('leaves them failed that fail again, or of which nothing ran', async () => {
    for (const [passed, failed] of [
      [4, 1],
      [0, 0],
    ] as const) {
      const again = { report: { ...green, passed, failed }, exitCode: failed };
      const { account, isUnsteady } = await steadiedSuites(first, () => Promise.resolve(again));
      assert.deepEqual([account.passed, account.failed, isUnsteady], [3, 1, false]);
    }
  });

  it('is not for a program that died, nor where many fail', async () => {
    const many = Array.from({ length: 4 }, (_, index) => ({ title: `suite ${index}`, passed: 0, failed: 1 }));
    for (const end of [
      { report: undefined, exitCode: 1 },
      { report: { ...green, failed: 4, failedSuites: many }, exitCode: 1 },
      { report: green, exitCode: 0 },
    ]) {
      await steadiedSuites(end, () => Promise.reject(new Error('ran')));
    }
  });
});

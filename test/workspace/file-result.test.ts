import assert from 'node:assert/strict';

import { accountFor, failuresOf, mergedAccount, type FileResult } from '../support/test-run/file-result.ts';

const report = { passed: 3, failed: 0, skipped: [], failedSuites: [], failures: '' };
const failing = { ...report, failed: 2, failures: '  1) it:\n     broke' };
const quiet: FileResult = { file: 'sdk/a.test.ts', report, exitCode: 0, killedBy: undefined };

describe('the account of a mocha process', () => {
  it('is its report', () => {
    assert.deepEqual(accountFor({ report, exitCode: 0 }), { passed: 3, failed: 0, skipped: [] });
    assert.deepEqual(accountFor({ report: failing, exitCode: 1 }), { passed: 3, failed: 2, skipped: [] });
  });

  it('has a failure when the process died before it could report', () => {
    assert.deepEqual(accountFor({ report: undefined, exitCode: 1 }), { passed: 0, failed: 1, skipped: [] });
  });

  it('has a failure when all tests passed and the process failed', () => {
    assert.equal(accountFor({ report, exitCode: 1 }).failed, 1);
    assert.equal(accountFor({ report, exitCode: undefined }).failed, 1);
  });

  it('is added to those of the other files, so that a crash costs its file alone', () => {
    const crashed: FileResult = { ...quiet, report: undefined, exitCode: undefined, killedBy: 'SIGSEGV' };
    const skipped = { title: 'a call', reason: 'no phone' };
    const skipping: FileResult = { ...quiet, report: { ...report, skipped: [skipped] } };
    assert.deepEqual(mergedAccount([quiet, crashed, skipping]), { passed: 6, failed: 1, skipped: [skipped] });
  });
});

describe('the failures of a test file', () => {
  it('are those that mocha printed, under the name of the file', () => {
    assert.equal(
      failuresOf({ ...quiet, report: failing, exitCode: 1 }),
      '  test/sdk/a.test.ts\n  1) it:\n     broke',
    );
    assert.equal(failuresOf(quiet), undefined);
  });

  it('say how a process ended that could not', () => {
    const crashed: FileResult = { ...quiet, report: undefined, exitCode: undefined, killedBy: 'SIGSEGV' };
    assert.match(failuresOf(crashed) ?? '', /ended by SIGSEGV, before its tests were through$/u);
    assert.match(
      failuresOf({ ...crashed, exitCode: 7, killedBy: undefined }) ?? '',
      /with exit code 7, before/u,
    );
    assert.match(failuresOf({ ...quiet, exitCode: 1 }) ?? '', /with exit code 1$/u);
  });
});

import assert from 'node:assert/strict';

import { summarize } from '../support/test-run/summary.ts';

const types = { part: 'types', passed: 1, failed: 0, skipped: [], milliseconds: 2000 };
const tests = { part: 'tests on Node.js', passed: 40, failed: 0, skipped: [], milliseconds: 61_234 };
const vscode = {
  part: 'tests in VS Code',
  passed: 0,
  failed: 0,
  skipped: [{ title: 'tests in VS Code', reason: 'no browser' }],
  milliseconds: 10,
};

describe('the summary of a test run', () => {
  it('is a table with the sum alone on its last line', () => {
    const { text, exitCode } = summarize([types, tests], false);
    assert.deepEqual(text.split('\n'), [
      '  types              1 passed       2.0 s',
      '  tests on Node.js  40 passed      61.2 s',
      '',
      '41 passed, 0 failed',
    ]);
    assert.equal(exitCode, 0);
  });

  it('tells what was skipped and why', () => {
    const { text, exitCode } = summarize([tests, vscode], false);
    assert.match(text, /skipped: tests in VS Code \(no browser\)/u);
    assert.match(text, /\n40 passed, 0 failed, 1 skipped$/u);
    assert.equal(exitCode, 0);
  });

  it('counts a skip as a failure where everything can be had', () => {
    const { text, exitCode } = summarize([tests, vscode], true);
    assert.match(text, /\n40 passed, 1 failed$/u);
    assert.equal(exitCode, 1);
  });

  it('tells of files that failed at first and passed alone, and does not fail for them', () => {
    const { text, exitCode } = summarize([{ ...tests, unsteady: 2 }, types], true);
    assert.match(text, /unsteady: tests on Node\.js, see above: 2 failed at first, and passed alone/u);
    assert.match(text, /\n41 passed, 0 failed$/u);
    assert.equal(exitCode, 0);
  });

  it('fails when anything failed, and when nothing ran', () => {
    assert.equal(summarize([{ ...tests, failed: 1 }], false).exitCode, 1);
    assert.equal(summarize([], false).exitCode, 1);
  });
});

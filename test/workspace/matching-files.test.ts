import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { matchingFiles } from '../support/test-run/matching-files.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';

const { signal } = new AbortController();

describe('the test files that have a test of a name', function () {
  this.timeout(120_000);

  it('are found by the whole name, without running anything', async () => {
    using directory = temporaryDirectory();
    const tests = path.join(directory.path, 'a.test.mjs');
    writeFileSync(
      tests,
      "describe('a thing', () => { before(() => { throw 1; }); it('works 1.5 times', () => {}); });",
    );
    writeFileSync(path.join(directory.path, 'b.test.mjs'), "it('breaks', () => { throw 1; });");
    const find = (grep: string): Promise<readonly string[]> =>
      matchingFiles(['a.test.mjs', 'b.test.mjs'], grep, {
        folder: directory.path,
        signal,
        testFolder: directory.path,
      });
    assert.deepEqual(await find('thing works'), ['a.test.mjs']);
    assert.deepEqual(await find('works|breaks'), ['a.test.mjs', 'b.test.mjs']);
    assert.deepEqual(await find('nothing of that'), []);
  });

  it('are all of them where one cannot be loaded, so that its own run says why', async () => {
    using directory = temporaryDirectory();
    writeFileSync(path.join(directory.path, 'a.test.mjs'), "throw new Error('broken');");
    const files = ['a.test.mjs'];
    const options = { folder: directory.path, signal, testFolder: directory.path };
    assert.deepEqual(await matchingFiles(files, 'x', options), files);
  });
});

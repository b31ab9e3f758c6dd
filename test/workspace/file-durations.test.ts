import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { FileDurations, guessedMs } from '../support/test-run/file-durations.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';

describe('how long a test file is expected to take', () => {
  it('is what it took the last time', () => {
    using directory = temporaryDirectory();
    const file = path.join(directory.path, 'cache', 'durations.json');
    const first = new FileDurations(file);
    first.note('a.test.ts', 1234.5);
    first.keep();
    assert.equal(new FileDurations(file).expectedMs('a.test.ts', ''), 1235);
  });

  it('is guessed where nothing is known, from the time it asks for and its size', () => {
    using directory = temporaryDirectory();
    const unknown = new FileDurations(path.join(directory.path, 'none.json'));
    const patient = 'describe(function () { this.timeout(300_000); })';
    assert.equal(unknown.expectedMs('a.test.ts', patient), guessedMs(patient));
    assert.ok(guessedMs(patient) > guessedMs('it(); '.repeat(100)));
    assert.ok(guessedMs('it(); '.repeat(100)) > guessedMs('it();'));
  });

  it('is guessed where what was kept is damaged', () => {
    using directory = temporaryDirectory();
    const file = path.join(directory.path, 'durations.json');
    for (const text of ['', '{"a.test.ts":', '{"a.test.ts":"long"}', '[1]']) {
      writeFileSync(file, text);
      assert.equal(new FileDurations(file).expectedMs('a.test.ts', 'it();'), guessedMs('it();'), text);
    }
  });
});

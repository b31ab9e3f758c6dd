// Notes which test files have a test of a name: list-matching-files.ts PATTERN NOTE FILE …
import { writeFileSync } from 'node:fs';

import Mocha from 'mocha';

const [pattern = '', note = '', ...files] = process.argv.slice(2);
const mocha = new Mocha({ grep: pattern });
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();

// Mocha itself has made an expression of the text.
const { grep } = mocha.options;
if (!(grep instanceof RegExp)) throw new TypeError('mocha has no pattern');
const matching = new Set<string>();
mocha.suite.eachTest((test) => {
  if (test.file !== undefined && grep.test(test.fullTitle())) matching.add(test.file);
});
writeFileSync(note, JSON.stringify([...matching]));
// What the files have opened while they were loaded is nobody's concern.
process.exit(0);

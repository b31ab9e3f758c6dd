// One mocha process of the test runner: run-mocha-files.ts [--grep PATTERN] FILE …
import { parseArgs } from 'node:util';

import Mocha from 'mocha';

import { BriefReporter } from './brief-reporter.ts';

/** How long open handles may keep the process alive after the last test. */
const windDownMs = 10_000;

const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const mocha = new Mocha({
  reporter: BriefReporter,
  timeout: 60_000,
  forbidOnly: true,
  ...(values.grep === undefined ? {} : { grep: values.grep }),
});
for (const file of positionals) mocha.addFile(file);
await mocha.loadFilesAsync();

const failures = await new Promise<number>((resolve) => {
  const runner = mocha.run(resolve);
  // The test that is interrupted still cleans up; no other begins.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => runner.abort());
});
process.exitCode = failures > 0 ? 1 : 0;

// What a test opened and did not close would keep its user's program alive too.
setTimeout(() => {
  console.error(`Still open after the last test: ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(1);
}, windDownMs).unref();

// `npm run docs`: builds the documentation and serves it until Ctrl+C.
import path from 'node:path';

import { execa } from 'execa';

const docusaurus = path.join(import.meta.dirname, '../node_modules/@docusaurus/core/bin/docusaurus.mjs');
const options = { cwd: import.meta.dirname, reject: false } as const;

console.error('Building the documentation (a minute or so) …');
const started = Date.now();
const built = await execa(process.execPath, [docusaurus, 'build'], {
  ...options,
  all: true,
  stdin: 'ignore',
});
// What it says when all is well names a command that this workspace does not have.
if (built.failed || /\[(?:WARNING|ERROR)\]/u.test(built.all)) console.error(built.all);
if (built.failed) {
  process.exitCode = built.exitCode ?? 1;
} else {
  console.error(`  built in ${Math.round((Date.now() - started) / 1000)} s; Ctrl+C ends what serves it`);
  const served = await execa(process.execPath, [docusaurus, 'serve', '--no-open', ...process.argv.slice(2)], {
    ...options,
    stdio: 'inherit',
  });
  // Ctrl+C is how it is meant to end.
  process.exitCode = served.isTerminated ? 0 : (served.exitCode ?? 1);
}

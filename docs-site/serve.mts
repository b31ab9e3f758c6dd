// `npm run docs`: builds the documentation and serves it until Ctrl+C.
import path from 'node:path';

import { execa } from 'execa';

const docusaurus = path.join(import.meta.dirname, '../node_modules/@docusaurus/core/bin/docusaurus.mjs');
const options = { cwd: import.meta.dirname, stdio: 'inherit', reject: false } as const;

const built = await execa(process.execPath, [docusaurus, 'build'], options);
const served = built.failed
  ? built
  : await execa(process.execPath, [docusaurus, 'serve', '--no-open', ...process.argv.slice(2)], options);
// Ctrl+C is how it is meant to end.
process.exitCode = served.isTerminated ? 0 : (served.exitCode ?? 1);

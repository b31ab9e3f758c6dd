import { appendFileSync } from 'node:fs';

// Stands in for a helper process of MicroSIP: notes what it was started with, and ends.
const [file = '', exitCode = '0', ...tail] = process.argv.slice(2);
appendFileSync(file, `${JSON.stringify(tail)}\n`);
process.exitCode = Number(exitCode);

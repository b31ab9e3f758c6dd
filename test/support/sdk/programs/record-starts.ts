import { appendFileSync } from 'node:fs';
import { sep } from 'node:path';

// Loaded into every process by NODE_OPTIONS: notes when a start of the simulator's program began and ended.
const file = process.env['RECORD_STARTS_IN'];
if (file !== undefined && process.argv[1]?.includes(`${sep}simulator${sep}program.`) === true) {
  const startedAt = performance.timeOrigin;
  process.on('exit', (exitCode) => {
    const endedAt = performance.timeOrigin + performance.now();
    const tail = process.argv.at(-1) ?? '';
    appendFileSync(file, `${JSON.stringify({ startedAt, endedAt, exitCode, tail })}\n`);
  });
}

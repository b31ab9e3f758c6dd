import { appendFileSync } from 'node:fs';
import { sep } from 'node:path';

// Loaded into every process by NODE_OPTIONS: notes when a start of the simulator's program began and ended.
const file = process.env['RECORD_STARTS_IN'];
if (file !== undefined && process.argv[1]?.includes(`${sep}simulator${sep}program.`) === true) {
  const startedAt = beginning();
  process.on('exit', (exitCode) => {
    const endedAt = Date.now();
    const tail = process.argv.at(-1) ?? '';
    appendFileSync(file, `${JSON.stringify({ startedAt, endedAt, exitCode, tail })}\n`);
  });
}

/**
 * When this process began. `performance.timeOrigin` can be wrong by a tenth of a second on a busy machine: it is read
 * apart from the clock that `performance.now()` counts from. Of several looks at both, the closest is right.
 */
function beginning(): number {
  const looks = Array.from({ length: 10 }, () => {
    const age = performance.now();
    return Date.now() - age;
  });
  return Math.min(...looks);
}

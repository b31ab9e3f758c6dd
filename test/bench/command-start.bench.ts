import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Benchmark, inTurns, milliseconds, ratio } from './measurement.ts';

const command = join(import.meta.dirname, '../../sdk/bin/microsip.js');
const aim = 2;

function processTime(...parameters: string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, parameters, { stdio: 'ignore' });
  return performance.now() - start;
}

/** How long a person or script waits for the command itself, before MicroSIP has a say. */
export const commandStart: Benchmark = {
  name: 'microsip dial --dry-run',
  async run() {
    const times = await inTurns(40, {
      bareNode: () => processTime('-e', '0'),
      dryRun: () => processTime(command, 'dial', '+1 (415) 555-2671', '--dry-run'),
    });
    const factor = times.dryRun / times.bareNode;
    return [
      {
        subject: 'microsip dial --dry-run',
        figure: `${milliseconds(times.dryRun)}, ${ratio(factor)}`,
        against: `node -e 0: ${milliseconds(times.bareNode)}`,
        aim: `≤ ${ratio(aim)}`,
        reached: factor <= aim,
      },
    ];
  },
};

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { median, milliseconds, type Benchmark, type Finding } from '../measurement.ts';

const root = path.join(import.meta.dirname, '../../..');
const script = path.join(root, 'test/bench/support/time-discovery.ts');
const sdk = path.join(root, 'sdk/dist/index.js');

const rounds = 9;

/** How long it takes to find MicroSIP: the first time in a process, and again in the same one. */
export const discovery: Benchmark = {
  name: 'discovery',
  async run() {
    await using phone = standInPhone();
    const env = { ...process.env, PATH: phone.folder };
    const cold: number[] = [];
    const cached: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const flags = ['--disable-warning=ExperimentalWarning', script, sdk];
      const { stdout } = await promisify(execFile)(process.execPath, flags, { env });
      const { cachedMs, coldMs } = JSON.parse(stdout) as { coldMs: number; cachedMs: readonly number[] };
      // The first round only warms up.
      if (round === 0) continue;
      cold.push(coldMs);
      cached.push(median(cachedMs));
    }
    return [
      finding('first search of a process', median(cold), 150),
      finding('search again', median(cached), 1),
    ];
  },
};

function finding(subject: string, timeMs: number, aimMs: number): Finding {
  return { subject, figure: milliseconds(timeMs), aim: `≤ ${milliseconds(aimMs)}`, reached: timeMs <= aimMs };
}

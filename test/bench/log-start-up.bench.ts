import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LogSource } from '../../sdk/src/events/log/log-source.ts';
import { longLog, upTo } from '../support/sdk/long-log.ts';
import { type Benchmark, type Finding, median, milliseconds } from './measurement.ts';

const aimMs = 50;
const length = 200 * 1024 * 1024;
const rounds = 7;
/** Longer, and a window that an editor draws stutters. */
const longestBlockMs = 30;

const folder = join(import.meta.dirname, '../sdk/events/log/pjsip-logs');

/** How long it takes until the state of a phone is known from a log of 200 MB. */
export const logStartUp: Benchmark = {
  name: 'state from a log of 200 MB',
  async run() {
    const logs = readdirSync(folder)
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFileSync(join(folder, file)));
    const answered = readFileSync(join(folder, 'outgoing-answered.log'));
    const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');
    return [
      ...(await startUp('many runs', repeated(logs))),
      ...(await startUp(
        'one run, a call since its beginning',
        longLog({ beginning, fillers: logs.filter((log) => !log.equals(answered)), length }),
      )),
    ];
  },
};

async function startUp(subject: string, log: Buffer): Promise<Finding[]> {
  const directory = await mkdtemp(join(tmpdir(), 'microsip-bench-'));
  const file = join(directory, 'microsip_log.txt');
  try {
    await writeFile(file, log);
    const first: number[] = [];
    const complete: number[] = [];
    const blocks = monitorEventLoopDelay({ resolution: 1 });
    for (let round = 0; round < rounds; round++) {
      const ending = new AbortController();
      const start = performance.now();
      let answered = false;
      for await (const observation of new LogSource(file).observe(ending.signal)) {
        if (observation.type !== 'history') continue;
        if (!answered) first.push(performance.now() - start);
        answered = true;
        if (round > 0) blocks.enable();
        if (!observation.complete) continue;
        complete.push(performance.now() - start);
        ending.abort();
      }
      blocks.disable();
    }
    // The very first answer counts, made by code that never ran before, as in a command that starts.
    const cold = first[0] ?? Infinity;
    return [
      {
        subject: `${subject}: first state`,
        figure: `${milliseconds(cold)} cold, ${milliseconds(median(first))} warm`,
        aim: `≤ ${milliseconds(aimMs)}`,
        reached: cold <= aimMs,
      },
      {
        subject: `${subject}: complete state`,
        figure: `${milliseconds(median(complete))}, blocks others for ${milliseconds(blocks.max / 1e6)} at most`,
        aim: `blocks ≤ ${milliseconds(longestBlockMs)}`,
        reached: blocks.max / 1e6 <= longestBlockMs,
      },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function repeated(logs: readonly Buffer[]): Buffer {
  const once = Buffer.concat(logs);
  return Buffer.concat(Array.from({ length: Math.ceil(length / once.length) }, () => once));
}

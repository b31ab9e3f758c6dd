import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LogSource } from '../../sdk/src/events/log/log-source.ts';
import { type Benchmark, type Finding, milliseconds } from './measurement.ts';

const aimMs = 25;
const appends = 400;
const program = join(import.meta.dirname, 'support/append-registrations.ts');

/** From the moment at which a phone writes a line to the moment at which its event is known. */
export const logAppend: Benchmark = {
  name: 'log append to event',
  async run() {
    return [
      await appendToEvent('append to event', true),
      await appendToEvent('append to event without notices, as on Windows', false),
    ];
  },
};

async function appendToEvent(subject: string, watch: boolean): Promise<Finding> {
  const directory = await mkdtemp(join(tmpdir(), 'microsip-bench-'));
  const file = join(directory, 'microsip_log.txt');
  await writeFile(file, '');
  const ending = new AbortController();
  const observing = new LogSource(file, { watch }).observe(ending.signal);
  try {
    await observing.next();
    const written: bigint[] = [];
    const writer = fork(program, [file, String(appends)]).on('message', (time) => {
      written.push(BigInt(time as string));
    });
    const ended = once(writer, 'exit');
    const known: bigint[] = [];
    while (known.length < appends) {
      await observing.next();
      known.push(process.hrtime.bigint());
    }
    await ended;
    const delays = known
      .map((time, index) => Number(time - (written[index] ?? 0n)) / 1e6)
      .sort((one, other) => one - other);
    const p99 = delays[Math.floor(delays.length * 0.99)] ?? Infinity;
    const p50 = delays[Math.floor(delays.length * 0.5)] ?? Infinity;
    return {
      subject,
      figure: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
      aim: `p99 ≤ ${milliseconds(aimMs)}`,
      reached: p99 <= aimMs,
    };
  } finally {
    ending.abort();
    await observing.return();
    await rm(directory, { recursive: true, force: true });
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogCalendar } from '../../sdk/src/events/log/log-calendar.ts';
import { LogParser } from '../../sdk/src/events/log/log-parser.ts';
import { type Benchmark, inTurns } from './measurement.ts';

const megabyte = 1_000_000;
const size = 200 * megabyte;
const aim = 150;
/** What a parser may need beside the chunk it is given. */
const memoryAim = 32;
const chunkLength = 256 * 1024;
const logs = join(import.meta.dirname, '../support/sdk/pjsip-logs');

/** A file of genuine logs, one after the other. */
async function writeLog(path: string): Promise<void> {
  const all = Buffer.concat(
    readdirSync(logs)
      .filter((name) => name.endsWith('.log'))
      .map((name) => readFileSync(join(logs, name))),
  );
  await using file = await open(path, 'w');
  for (let written = 0; written < size; written += all.length) await file.write(all);
}

interface Reading {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly events: number;
  /** How many bytes the process grew by at most. */
  readonly growth: number;
}

async function readLog(path: string): Promise<Reading> {
  await using file = await open(path, 'r');
  const parser = new LogParser(LogCalendar.beginningOn(new Date()));
  const chunk = Buffer.alloc(chunkLength);
  const memoryBefore = process.memoryUsage.rss();
  let growth = 0;
  let bytes = 0;
  let events = 0;
  const start = performance.now();
  for (let count = 0; ; count++) {
    const { bytesRead } = await file.read(chunk, 0, chunkLength);
    if (bytesRead === 0) break;
    bytes += bytesRead;
    events += parser.push(chunk.subarray(0, bytesRead)).length;
    if (count % 64 === 0) growth = Math.max(growth, process.memoryUsage.rss() - memoryBefore);
  }
  events += parser.end().length;
  return { milliseconds: performance.now() - start, bytes, events, growth };
}

/** A log of 200 MB, read from a file. */
export const logParsing: Benchmark = {
  name: 'log parsing',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'microsip-devkit-bench-'));
    try {
      const path = join(folder, 'microsip_log.txt');
      await writeLog(path);
      const readings: Reading[] = [];
      const { read } = await inTurns(5, {
        async read() {
          const reading = await readLog(path);
          readings.push(reading);
          return reading.milliseconds;
        },
      });
      // The first reading compiles the code and fills the heap once.
      const growth = Math.max(...readings.slice(1).map((reading) => reading.growth)) / megabyte;
      const [{ bytes, events } = { bytes: 0, events: 0 }] = readings;
      const speed = bytes / 1000 / read;
      return [
        {
          subject: `${String(Math.round(bytes / megabyte))} MB of PJSIP's log read, ${events.toLocaleString('en')} events`,
          figure: `${speed.toFixed(0)} MB/s`,
          aim: `≥ ${String(aim)} MB/s`,
          reached: speed >= aim,
        },
        {
          subject: 'memory grown meanwhile',
          figure: `${growth.toFixed(1)} MB`,
          aim: `≤ ${String(memoryAim)} MB, whatever the size of the log`,
          reached: growth <= memoryAim,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

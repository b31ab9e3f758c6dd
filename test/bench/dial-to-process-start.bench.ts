import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MicroSip } from '../../sdk/dist/index.js';
import { type Benchmark, inTurns, milliseconds, ratio } from './measurement.ts';

const aim = 1.1;
const recorder = join(import.meta.dirname, 'support/record-process-start.cjs');

/** Longer than the spacing between two launches, so that no dial waits for the one before. */
const pauseMs = 350;

const now = (): number => performance.timeOrigin + performance.now();

/** What the SDK adds between the call of `dial()` and the moment the program it starts begins to live. */
export const dialToProcessStart: Benchmark = {
  name: 'dial() up to the process start',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'microsip-bench-'));
    const startFile = join(folder, 'process-start');
    await using phone = await MicroSip.connect({
      backend: 'simulator',
      dataDirectory: join(folder, 'phone'),
    });
    await phone.start();
    process.env['NODE_OPTIONS'] = `--require=${recorder}`;
    process.env['PROCESS_START_FILE'] = startFile;
    const beginning = async (): Promise<number> => Number(await readFile(startFile, 'utf8'));
    const { file, leadingArguments } = phone.installation.launch;
    try {
      const times = await inTurns(
        30,
        {
          async spawned() {
            const called = now();
            const child = spawn(file, [...leadingArguments, '101'], { stdio: 'ignore', windowsHide: true });
            await once(child, 'exit');
            return (await beginning()) - called;
          },
          async dialled() {
            const called = now();
            await phone.dial('101');
            return (await beginning()) - called;
          },
        },
        pauseMs,
      );
      const factor = times.dialled / times.spawned;
      return [
        {
          subject: 'dial() up to the process start',
          figure: `${milliseconds(times.dialled)}, ${ratio(factor)}`,
          against: `child_process.spawn: ${milliseconds(times.spawned)}`,
          aim: `≤ ${ratio(aim)}`,
          reached: factor <= aim,
        },
      ];
    } finally {
      delete process.env['NODE_OPTIONS'];
      delete process.env['PROCESS_START_FILE'];
      await phone.exit();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

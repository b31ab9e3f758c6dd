import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';

import { longLog, upTo } from '../support/sdk/long-log.ts';
import { type Benchmark, type Finding, median, milliseconds } from './measurement.ts';

const firstAimMs = 50;
/** Longer, and the window of an editor stutters. */
const blockAimMs = 30;
const length = 200 * 1024 * 1024;
const rounds = 7;

const program = join(import.meta.dirname, 'support/time-log-state.ts');
const folder = join(import.meta.dirname, '../support/sdk/pjsip-logs');

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
    const times = Array.from({ length: rounds }, () => timesOfProcess(file));
    const middle = (name: keyof Times): number => median(times.map((time) => time[name]));
    return [
      {
        subject: `${subject}: first state, in a new process`,
        figure: milliseconds(middle('first')),
        aim: `≤ ${milliseconds(firstAimMs)}`,
        reached: middle('first') <= firstAimMs,
      },
      {
        subject: `${subject}: complete state`,
        figure: `${milliseconds(middle('complete'))}, blocking others for ${milliseconds(middle('blocked'))} at most`,
        aim: `blocks ≤ ${milliseconds(blockAimMs)}`,
        reached: middle('blocked') <= blockAimMs,
      },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** In milliseconds. */
const timesSchema = v.object({ first: v.number(), complete: v.number(), blocked: v.number() });
type Times = v.InferOutput<typeof timesSchema>;

function timesOfProcess(file: string): Times {
  return v.parse(
    timesSchema,
    JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' })),
  );
}

function repeated(logs: readonly Buffer[]): Buffer {
  const once = Buffer.concat(logs);
  return Buffer.concat(Array.from({ length: Math.ceil(length / once.length) }, () => once));
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { isSystemError } from '../../system-error.ts';
import type { StartedProcess } from './started-process.ts';

/** What a process that ended meanwhile, or that hides from others, answers. */
const goneCodes = ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'];

/** In what Linux counts the time a process started: hundredths of a second, on every platform of Node.js. */
const ticksPerSecond = 100;

/**
 * The processes of this machine that may be seen and are wanted.
 *
 * @param wanted - tells by the command line
 * @param procDirectory - where the process file system is
 * @returns `unknown` where there is none
 */
export async function linuxProcesses(
  wanted: (args: readonly string[]) => boolean,
  signal: AbortSignal,
  procDirectory = '/proc',
): Promise<readonly StartedProcess[] | 'unknown'> {
  const names = (await unlessGone(readdir(procDirectory))) ?? [];
  if (!names.includes('self')) return 'unknown';
  const found: StartedProcess[] = [];
  for (const name of names.filter((each) => /^\d+$/u.test(each))) {
    signal.throwIfAborted();
    const args = commandLine(await unlessGone(readFile(path.join(procDirectory, name, 'cmdline'), 'utf8')));
    if (args.length === 0 || !wanted(args)) continue;
    const [startedAt, prefix] = await Promise.all([
      startOf(name, procDirectory),
      prefixOf(name, procDirectory),
    ]);
    found.push({
      processId: Number(name),
      args,
      ...(startedAt !== undefined && { startedAt }),
      ...(prefix !== undefined && { prefix }),
    });
  }
  return found;
}

async function startOf(processId: string, procDirectory: string): Promise<number | undefined> {
  const [system, own] = await Promise.all([
    unlessGone(readFile(path.join(procDirectory, 'stat'), 'utf8')),
    unlessGone(readFile(path.join(procDirectory, processId, 'stat'), 'utf8')),
  ]);
  const bootedAt = bootTime(system);
  return bootedAt === undefined ? undefined : startTime(own, bootedAt);
}

/** The prefix that Wine uses in a process, by its environment; only its own user may read that. */
async function prefixOf(processId: string, procDirectory: string): Promise<string | undefined> {
  const text = await unlessGone(readFile(path.join(procDirectory, processId, 'environ'), 'utf8'));
  const valueOf = (name: string): string | undefined =>
    text
      ?.split('\0')
      .find((variable) => variable.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const told = valueOf('WINEPREFIX');
  if (told) return told;
  const home = valueOf('HOME');
  return home === undefined ? undefined : path.posix.join(home, '.wine');
}

/** Arguments end with a NUL each. A program that rewrote its own may leave blanks or nothing. */
function commandLine(text: string | undefined): readonly string[] {
  const args = text?.split('\0') ?? [];
  while (args.at(-1) === '') args.pop();
  return args;
}

function bootTime(stat: string | undefined): number | undefined {
  const seconds = /^btime (\d+)$/mu.exec(stat ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** The name of the program, in brackets, may contain brackets and blanks itself; the time is the twentieth word after it. */
function startTime(stat: string | undefined, bootedAt: number): number | undefined {
  const words = stat
    ?.slice(stat.lastIndexOf(')') + 2)
    .trim()
    .split(' ');
  const ticks = Number(words?.[19]);
  return Number.isNaN(ticks) ? undefined : bootedAt + (ticks / ticksPerSecond) * 1000;
}

async function unlessGone<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isSystemError(error, ...goneCodes)) return undefined;
    throw error;
  }
}

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../sdk/src/cli/run-command-line.ts';

/** What a run of the command left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process. */
export async function cli(...words: string[]): Promise<CliResult> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommandLine(words, { stdout, stderr, signal: new AbortController().signal });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}

const main = fileURLToPath(new URL('../../../sdk/src/cli/main.ts', import.meta.url));

/** Starts the command as a process of its own. */
export function startCli(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
}

/** Runs the command as a process of its own. */
export async function cliProcess(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CliResult> {
  const child = startCli(words, environment);
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The lines of a process that goes on printing, each as it comes. */
export class PrintedLines {
  readonly all: string[] = [];
  readonly #lines: AsyncIterator<string>;

  constructor(stream: Readable) {
    this.#lines = createInterface({ input: stream, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** The next line that fits; those before it are passed over. */
  async until(fits: (line: string) => boolean): Promise<string> {
    for (;;) {
      const next = await this.#lines.next();
      if (next.done) throw new Error(`The output ended without it:\n${this.all.join('\n')}`);
      this.all.push(next.value);
      if (fits(next.value)) return next.value;
    }
  }
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { forgetInstance } from '../../support/sdk/forget-instance.ts';

const program = fileURLToPath(new URL('../../../sdk/src/simulator/program.ts', import.meta.url));

/** What a process left behind. */
export interface Ended {
  /** The exit code, or the signal that killed the process. */
  readonly code: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** A started process of the simulator's program. */
export interface ProgramProcess extends AsyncDisposable {
  readonly pid: number;
  readonly hasEnded: () => boolean;
  readonly ended: Promise<Ended>;
}

/** Starts the simulator's program as the SDK does; the process does not outlive its `await using` block. */
export function startProcess(
  dataDirectory: string,
  tail?: string,
  ...options: readonly string[]
): ProgramProcess {
  const args = [
    program,
    '--data-dir',
    dataDirectory,
    ...options,
    ...(tail === undefined ? [] : ['--', tail]),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      resolve({ code: code ?? signal ?? 'SIGKILL', ...texts });
    });
  });
  return {
    pid: child.pid ?? 0,
    hasEnded: () => over,
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      if (child.signalCode !== null) forgetInstance(dataDirectory);
    },
  };
}

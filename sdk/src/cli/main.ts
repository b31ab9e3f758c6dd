import process from 'node:process';
import { exitCode } from './exit-code.ts';
import { runCommandLine } from './run-command-line.ts';

const interruption = new AbortController();
/** What ended the command from outside, as its exit code. */
let endedBy: number | undefined;

function end(code: number): void {
  endedBy ??= code;
  interruption.abort();
}

for (const [signal, code] of [
  ['SIGINT', exitCode.interrupted],
  ['SIGTERM', exitCode.terminated],
] as const) {
  process.on(signal, () => {
    // The first signal lets the command end well, the second one ends it at once.
    if (interruption.signal.aborted) process.exit(code);
    end(code);
  });
}

// A reader that has seen enough, such as `head`, closes the pipe. That is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
  end(exitCode.delivered);
});

const code = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
});
process.exitCode = endedBy ?? code;

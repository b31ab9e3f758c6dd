import process from 'node:process';
import { exitCode } from './exit-code.ts';
import { runCommandLine } from './run-command-line.ts';

const interruption = new AbortController();
let signalled: number | undefined;

/** The first signal lets the command end well, the second one ends it at once. */
function interrupt(code: number): void {
  if (signalled !== undefined) process.exit(code);
  signalled = code;
  interruption.abort();
}
process.on('SIGINT', () => interrupt(exitCode.interrupted));
process.on('SIGTERM', () => interrupt(exitCode.terminated));

// A reader that has seen enough, such as `head`, closes the pipe: the command ends without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  interruption.abort();
});

const code = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
});
process.exitCode = signalled ?? code;

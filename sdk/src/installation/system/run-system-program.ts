/** How long a program of the system may take to tell what it knows, in milliseconds. */
const timeLimitMs = 10_000;

/** What a program of the system printed. */
export interface SystemProgramOutput {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
}

/**
 * Runs a program of the system that only tells something, without a shell and without a window.
 *
 * @param file - its full path
 * @returns nothing when it could not be started, did not end by itself, or took too long; rejects with the signal's
 * reason when that is aborted
 */
export async function runSystemProgram(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<SystemProgramOutput | undefined> {
  signal.throwIfAborted();
  const { execa } = await import('execa');
  const program = execa(file, args, {
    encoding: 'buffer',
    stdin: 'ignore',
    stderr: 'ignore',
    reject: false,
    windowsHide: true,
    // Dates and numbers in the form every machine writes.
    env: { LC_ALL: 'C' },
  });
  const over = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
  let giveUp = (): void => undefined;
  const givenUp = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined);
    over.addEventListener('abort', giveUp, { once: true });
  });
  try {
    const end = await Promise.race([program, givenUp]);
    signal.throwIfAborted();
    return end?.exitCode === undefined ? undefined : { exitCode: end.exitCode, stdout: end.stdout };
  } finally {
    over.removeEventListener('abort', giveUp);
    if (over.aborted) {
      // Its end may never be told: what it has started can keep its output open.
      program.kill();
      program.stdout.destroy();
      program.nodeChildProcess.unref();
    }
  }
}

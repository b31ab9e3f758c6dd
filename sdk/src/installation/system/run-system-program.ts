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
  const { exitCode, stdout } = await execa(file, args, {
    cancelSignal: signal,
    timeout: timeLimitMs,
    encoding: 'buffer',
    stdin: 'ignore',
    stderr: 'ignore',
    reject: false,
    windowsHide: true,
    // Dates and numbers in the form every machine writes.
    env: { LC_ALL: 'C' },
  });
  signal.throwIfAborted();
  return exitCode === undefined ? undefined : { exitCode, stdout };
}

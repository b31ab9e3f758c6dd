import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process that calls itself what Wine would call the phone's, until the end of its block. */
export async function standIn(
  ...commandLine: readonly [string, ...string[]]
): Promise<ChildProcess & AsyncDisposable> {
  return await standInWith({}, ...commandLine);
}

/**
 * The same, with an environment of its own.
 *
 * @param environment - what is added to that of this process
 */
export async function standInWith(
  environment: NodeJS.ProcessEnv,
  ...commandLine: readonly [string, ...string[]]
): Promise<ChildProcess & AsyncDisposable> {
  const [argv0, ...args] = commandLine;
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log()', ...args], {
    argv0,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return Object.assign(child, {
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  });
}

import { spawn, type ChildProcess } from 'node:child_process';

import type { LaunchTarget } from '../installation/installation.ts';
import type { CommandLineTail } from './channel.ts';
import { launchArguments } from './launch-plan.ts';

/** How a program ended, or why it was never there. */
export type ProgramEnd =
  | { readonly exitCode: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly error: Error & { readonly code?: unknown } };

/**
 * A program that was started with a command line. It has no streams and a group of its own, because it may turn out to
 * be the phone, which outlives this process.
 */
export class StartedProgram {
  /** Never rejects. */
  readonly ended: Promise<ProgramEnd>;
  readonly #child: ChildProcess | undefined;

  constructor(launch: LaunchTarget, tail: CommandLineTail) {
    const { environment, workingDirectory } = launch;
    try {
      const child = spawn(launch.file, launchArguments(launch, tail), {
        detached: true,
        stdio: 'ignore',
        windowsHide: true,
        ...(environment !== undefined && { env: { ...process.env, ...environment } }),
        ...(workingDirectory !== undefined && { cwd: workingDirectory }),
      });
      this.#child = child;
      this.ended = new Promise((resolve) => {
        child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
        // Stays: a process that cannot be killed is reported here too.
        child.on('error', (error) => resolve({ error }));
      });
    } catch (error) {
      // Some failures are thrown, such as a command line longer than the system takes.
      if (!(error instanceof Error)) throw error;
      this.ended = Promise.resolve({ error });
    }
  }

  /** Nothing when it could not be started. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends the program, whatever it is doing. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Lets it run on when this process ends. */
  leaveRunning(): void {
    this.#child?.unref();
  }
}

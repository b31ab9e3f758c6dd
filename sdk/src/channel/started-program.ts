import type * as Execa from 'execa';

import type { LaunchTarget } from '../installation/installation.ts';
import type { CommandLineTail } from './channel.ts';
import { launchArguments } from './launch-plan.ts';

/** How a program ended, or why it was never there. */
export type ProgramEnd =
  | { readonly exitCode: number | undefined; readonly signal: string | undefined }
  | { readonly error: Error & { readonly code?: unknown } };

/** What the launcher uses of a process of execa's. */
type Subprocess = Pick<Execa.ResultPromise, 'pid' | 'kill'> & {
  readonly nodeChildProcess: { unref(): void };
};

/**
 * A program that was started with a command line. It has no streams and a group of its own, because it may turn out to
 * be the phone, which outlives this process.
 */
export class StartedProgram {
  /** Never rejects. */
  readonly ended: Promise<ProgramEnd>;
  readonly #subprocess: Subprocess;

  constructor(execa: typeof Execa.execa, launch: LaunchTarget, tail: CommandLineTail) {
    const { environment, workingDirectory } = launch;
    const subprocess = execa(launch.file, launchArguments(launch, tail), {
      detached: true,
      cleanup: false,
      stdio: 'ignore',
      windowsHide: true,
      reject: false,
      ...(environment !== undefined && { env: environment }),
      ...(workingDirectory !== undefined && { cwd: workingDirectory }),
    });
    this.#subprocess = subprocess;
    this.ended = subprocess.then((result) => endOf(result));
  }

  /** Nothing when it could not be started. */
  get processId(): number | undefined {
    return this.#subprocess.pid;
  }

  /** Ends the program, whatever it is doing. */
  kill(): void {
    this.#subprocess.kill('SIGKILL');
  }

  /** Lets it run on when this process ends. */
  leaveRunning(): void {
    this.#subprocess.nodeChildProcess.unref();
  }
}

function endOf({ exitCode, signal, cause }: Pick<Execa.Result, 'exitCode' | 'signal' | 'cause'>): ProgramEnd {
  if (exitCode === undefined && signal === undefined && cause instanceof Error) return { error: cause };
  return { exitCode, signal };
}

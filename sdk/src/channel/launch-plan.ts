import type { Installation } from '../installation/installation.ts';

/** One start of a program, as `--dry-run` shows it. */
export interface LaunchPlan {
  /** The program. */
  readonly file: string;
  /** The whole command line, the program included, quoted as Windows wants it. */
  readonly commandLine: string;
}

/**
 * The start that would hand one command line to MicroSIP. Pure; nothing is started.
 *
 * @param installation - what to start; without one, a `microsip.exe` that Windows finds on its own
 * @param tail - what MicroSIP gets
 */
export function planLaunch(installation: Pick<Installation, 'launch'> | undefined, tail: string): LaunchPlan {
  throw new Error(`not written: ${String(installation)} ${tail}`);
}

import type { Installation } from '../installation/installation.ts';
import type { CommandLineTail } from './channel.ts';
import { quoteWindowsArgument, quoteWindowsProgram } from './windows-quoting.ts';

/** One start of a program, as `--dry-run` shows it. */
export interface LaunchPlan {
  /** The program. */
  readonly file: string;
  /** The whole command line, the program included, quoted as Windows wants it. */
  readonly commandLine: string;
  /** What is added to the environment of this process; left out where that is nothing. */
  readonly environment?: Readonly<Record<string, string>>;
}

const foundByWindows: Installation['launch'] = { file: 'microsip.exe', leadingArguments: [] };

/**
 * The start that would hand one command line to MicroSIP. Pure; nothing is started.
 *
 * @param installation - what to start; without one, a `microsip.exe` that Windows finds on its own
 * @param tail - what MicroSIP gets
 * @throws MicroSipError `INVALID_ARGUMENT` when the program's path cannot stand in a command line
 * @example
 * ```ts
 * planLaunch(undefined, '+14155552671').commandLine; // 'microsip.exe +14155552671'
 * ```
 */
export function planLaunch(
  installation: Pick<Installation, 'launch'> | undefined,
  tail: CommandLineTail,
): LaunchPlan {
  const launch = installation?.launch ?? foundByWindows;
  const quoted = launchArguments(launch, tail).map(quoteWindowsArgument);
  return {
    file: launch.file,
    commandLine: [quoteWindowsProgram(launch.file), ...quoted].join(' '),
    ...(launch.environment !== undefined && { environment: launch.environment }),
  };
}

/** The arguments of a start. An empty tail is no argument: `microsip.exe ""` would not be an empty command line. */
export function launchArguments(launch: Installation['launch'], tail: CommandLineTail): readonly string[] {
  return tail === '' ? launch.leadingArguments : [...launch.leadingArguments, tail];
}

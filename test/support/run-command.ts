import { execa, type Options } from 'execa';

/** How a program that was run for its effect ended. */
export interface CommandResult {
  readonly ok: boolean;
  /** What it said on both streams, or why it could not be started. */
  readonly output: string;
}

/** Runs a program to its end, keeping what it says; never throws. */
export async function runCommand(
  file: string,
  parameters: readonly string[],
  options: Pick<Options, 'cwd' | 'env' | 'timeout'> = {},
): Promise<CommandResult> {
  const result = await execa(file, parameters, { ...options, all: true, reject: false, stdin: 'ignore' });
  const said = typeof result.all === 'string' ? result.all : '';
  return result.failed
    ? { ok: false, output: [said, said === '' ? result.message : ''].join('') }
    : { ok: true, output: said };
}

/** The last lines of what a program said: enough to see why it failed. */
export function lastLines(text: string, count = 15): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

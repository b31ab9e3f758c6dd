import path from 'node:path';

import { runSystemProgram } from '../system/run-system-program.ts';
import type { StartedProcess } from './started-process.ts';

/**
 * The processes in whose command line a program occurs, as `ps` lists them; macOS has no process file system.
 *
 * @param executable - the program, as Windows names it
 */
export async function listedProcesses(
  executable: string,
  signal: AbortSignal,
): Promise<readonly StartedProcess[] | 'unknown'> {
  const args = ['-axww', '-o', 'pid=', '-o', 'lstart=', '-o', 'command='];
  const output = await runSystemProgram('/bin/ps', args, signal);
  return output?.exitCode === 0
    ? parsePs(new TextDecoder().decode(output.stdout), path.win32.basename(executable))
    : 'unknown';
}

/**
 * Reads what `ps -axww -o pid= -o lstart= -o command=` prints in the C locale. `ps` parts arguments with blanks, which
 * paths contain as well, so the command line is cut after the program that is looked for; what follows is left out.
 *
 * @param program - the file name of the program
 */
export function parsePs(text: string, program: string): readonly StartedProcess[] {
  return text.split('\n').flatMap((line) => {
    const [, processId, started, command] =
      /^ *(\d+) +(\w{3} \w{3} +\d+ \d\d:\d\d:\d\d \d{4}) +(.*)$/u.exec(line) ?? [];
    if (processId === undefined || started === undefined || command === undefined) return [];
    const args = argumentsUpTo(command, program);
    // In local time, as `Date.parse` reads it.
    const startedAt = Date.parse(started);
    return args === undefined ? [] : [{ processId: Number(processId), args, startedAt }];
  });
}

/** Wine, if it is named, and the program, whose path may contain blanks. */
function argumentsUpTo(command: string, program: string): readonly string[] | undefined {
  const start = command.toLowerCase().indexOf(program.toLowerCase());
  const end = start + program.length;
  if (start < 0 || (end < command.length && command.charAt(end) !== ' ')) return undefined;
  const [, wine, rest] = /^(\S*wine(?:64)?(?:-preloader)?) +(.*)$/u.exec(command.slice(0, end)) ?? [];
  const name = rest ?? command.slice(0, end);
  // Blanks in what is no full path part one argument from another: it belongs to some other program.
  if (name.includes(' ') && !path.win32.isAbsolute(name)) return undefined;
  return wine === undefined ? [name] : [wine, name];
}

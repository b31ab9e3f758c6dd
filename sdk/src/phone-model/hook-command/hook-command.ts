import { trimWhiteSpace, trimWhiteSpaceInFront } from '../windows-text/white-space.ts';
import { splitArguments } from './split-arguments.ts';

/** A program start as the shell gets it. */
export interface HookCommand {
  readonly file: string;
  /** One text, not yet split into arguments. */
  readonly params: string;
}

/** Stands for the full path of the softphone itself. */
export const ownExecutable = '<own exe>';

/**
 * The program an event hook starts (facts C.3). The quotes of its arguments are lost, and `argument` gets none: an
 * argument with a blank falls apart.
 *
 * @param value - the hook's value, as `profileValue` returns it
 * @param argument - the caller or the called number; hostile text, appended as it is
 * @returns nothing when the value is empty. `file` is {@link ownExecutable} when the value holds blanks only: an empty
 * command line stands for the program itself (facts N, C.3).
 * @example
 * ```ts
 * hookCommand('"C:\\My Tools\\ev.exe" "call end"', '101');
 * // { file: 'C:\\My Tools\\ev.exe', params: 'call end 101' }
 * ```
 */
export function hookCommand(value: string, argument: string): HookCommand | undefined {
  if (value === '') return undefined;
  const commandLine = trimWhiteSpace(value);
  const { args, program } =
    commandLine === '' ? { args: [], program: ownExecutable } : splitArguments(commandLine);
  const joined = trimWhiteSpace(args.join(' '));
  return { file: program, params: trimWhiteSpaceInFront(`${joined} ${argument}`) };
}

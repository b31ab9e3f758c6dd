import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';

/**
 * What MicroSIP does with a raw command line: the starting process and the instance together (facts A).
 *
 * @param context version, settings and state of the phone.
 * @param tail the text after the program name, exactly as the program gets it.
 * @returns the effects in order; none means that nothing happens.
 * @example
 * ```ts
 * interpretCommandLine(exampleContext, '-hangup');
 * // [{ do: 'raise' }, { do: 'dialedAdd', number: '-hangup' }, { do: 'call', … }]
 * ```
 */
export function interpretCommandLine(context: CommandLineContext, tail: string): readonly CommandEffect[] {
  throw new Error(`${context.version}: ${tail}`);
}

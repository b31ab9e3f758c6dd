import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';

/** What happens with a parked text when the registration returns (facts A.6). */
export function interpretParked(context: CommandLineContext, text: string): readonly CommandEffect[] {
  throw new Error(`${context.version}: ${text}`);
}

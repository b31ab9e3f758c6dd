import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';

/**
 * What an instance does with a command line that reached it by `WM_COPYDATA` or its own start (facts A.3–A.6).
 * It does not look at `context.running`, and not at `context.stackReady`: without a SIP stack nothing reaches it.
 */
export function interpretPassedOn(context: CommandLineContext, text: string): readonly CommandEffect[] {
  throw new Error(`${context.version}: ${text}`);
}

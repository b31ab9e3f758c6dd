import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';

/** What a starting process makes of its command line, before anything reaches an instance (facts A.2). */
export type StartingProcessOutcome =
  /** The tail is sent to the running instance as it is. */
  | { readonly outcome: 'passed-on' }
  /** The process does this and ends. */
  | { readonly outcome: 'ends'; readonly effects: readonly CommandEffect[] }
  /** The process becomes the instance; `handlesTail` says whether it then treats the tail like a passed-on one. */
  | {
      readonly outcome: 'starts';
      readonly start: Extract<CommandEffect, { readonly do: 'start' }>;
      readonly handlesTail: boolean;
    };

/** What a process started with this tail does by itself (facts A.2). */
export function startingProcess(context: CommandLineContext, tail: string): StartingProcessOutcome {
  throw new Error(`${context.version}: ${tail}`);
}

import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { interpretPassedOn } from './running-instance.ts';
import { showMain, startingProcess } from './starting-process.ts';

/**
 * What MicroSIP does with a raw command line: the starting process and the instance together (facts A).
 *
 * @param context - version, settings and state of the phone
 * @param tail - the text after the program name, exactly as the program gets it
 * @returns the effects in order; none means that nothing happens
 * @example
 * ```ts
 * interpretCommandLine(exampleContext, '-hangup');
 * // [{ do: 'raise' }, { do: 'dialedAdd', number: '-hangup' }, { do: 'call', … }]
 * ```
 */
export function interpretCommandLine(context: CommandLineContext, tail: string): readonly CommandEffect[] {
  const starting = startingProcess(context, tail);
  switch (starting.outcome) {
    case 'ends':
      return starting.effects;
    case 'passed-on':
      // A command that finds no SIP stack is lost, and the window is shown instead (facts B).
      return context.stackReady ? interpretPassedOn(context, tail) : showMain(context);
    case 'starts':
      return starting.handlesTail
        ? [starting.start, ...interpretPassedOn(justStarted(context), tail)]
        : [starting.start];
  }
}

/** The tail is handled before the account is added to the SIP stack (facts A.1). */
function justStarted(context: CommandLineContext): CommandLineContext {
  return { ...context, running: true, accountAdded: false, registered: false };
}

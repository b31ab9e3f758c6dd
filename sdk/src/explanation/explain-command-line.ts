import { behaviourVersionOf, newestVerifiedVersion } from '../catalogue/version.ts';
import { interpretCommandLine } from '../phone-model/command-line/interpret-command-line.ts';
import type { CommandEffect } from '../phone-model/command-effect.ts';
import type { CommandLineContext } from '../phone-model/command-line/command-line-context.ts';
import { adviceFor } from './advice.ts';
import { assumptionsOf, contextUnder, usualAssumptions, type Assumptions } from './assumptions.ts';
import type { Advice, Explanation } from './explanation.ts';
import { matchedCommand } from './matched-command.ts';
import { outcomeOf } from './outcome.ts';
import { warningsAbout } from './warnings.ts';

/** Which MicroSIP an explanation is about. */
export interface ExplainOptions {
  /** MicroSIP's version; the newest that was read if not given. */
  readonly version?: string | undefined;
  /** What differs from a phone that runs, is registered and has no call. */
  readonly assumptions?: Partial<Assumptions> | undefined;
  /** The very phone it is about, with its version and settings, instead of a version and assumptions. */
  readonly context?: CommandLineContext | undefined;
}

/**
 * What MicroSIP really does with a command line, and how to say what was probably meant. Pure; nothing is started.
 *
 * @param commandLine - the text after the program's name; see {@link rawCommandLine} for a shell's words
 * @example
 * ```ts
 * const { outcome, advice } = explainCommandLine('-hangup');
 * outcome; // 'call'
 * advice[0].commandLine; // '/hangupall'
 * advice[0].kit; // 'microsip hangup'
 * ```
 */
export function explainCommandLine(commandLine: string, options: ExplainOptions = {}): Explanation {
  const version = options.context?.version ?? options.version ?? newestVerifiedVersion;
  const behaviourOf = behaviourVersionOf(version);
  const assumptions: Assumptions =
    options.context === undefined
      ? { ...usualAssumptions, ...options.assumptions }
      : assumptionsOf(options.context);

  const context = options.context ?? contextUnder(assumptions, behaviourOf);
  const effects = interpretCommandLine(context, commandLine);
  const outcome = outcomeOf(effects);
  const parked = effects.some((effect) => effect.do === 'park');
  const command = matchedCommand(commandLine, behaviourOf);
  const advice = adviceFor({ commandLine, version: behaviourOf, command, outcome });
  const misunderstood = advice.some((one) => isBetter(one, context, effects));
  const happening = { commandLine, version: behaviourOf, assumptions, command, outcome, parked, effects };
  return {
    commandLine,
    version,
    behaviourOf,
    assumptions,
    outcome,
    misunderstood,
    parked,
    ...(command !== undefined && { command: command.id }),
    effects,
    warnings: warningsAbout({ ...happening, misunderstood }),
    advice,
  };
}

/** Whether a piece of advice leads to something else than what happens: MicroSIP has a way, or has none. */
function isBetter(
  { commandLine, command, kit }: Advice,
  context: CommandLineContext,
  effects: readonly CommandEffect[],
): boolean {
  if (commandLine === undefined) return command === undefined || (command !== 'dial' && kit === undefined);
  const better = interpretCommandLine(context, commandLine);
  return JSON.stringify(better.map(withoutSpelling)) !== JSON.stringify(effects.map(withoutSpelling));
}

/** An effect without the way the number was written: `+49-30-123` and `+4930123` make the same call. */
function withoutSpelling(effect: CommandEffect): object {
  switch (effect.do) {
    case 'dialedAdd':
    case 'call':
      return { ...effect, number: undefined };
    case 'park':
      return { ...effect, text: undefined, later: effect.later.map(withoutSpelling) };
    default:
      return effect;
  }
}

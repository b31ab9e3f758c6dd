import type { CommandEffect } from '../phone-model/command-effect.ts';
import type { Outcome } from './explanation.ts';

/** What the effects of a command line come to, those of a parked one included. */
export function outcomeOf(effects: readonly CommandEffect[]): Outcome {
  const all = withParked(effects).map((effect) => effect.do);
  if (all.includes('message')) return 'message';
  if (all.includes('call')) return 'call';
  if (all.includes('error')) return 'error';
  if (all.some((what) => !incidental.has(what))) return 'command';
  return all.includes('start') ? 'start' : 'nothing';
}

/** The effects, and after each parked text what happens to it later. */
export function withParked(effects: readonly CommandEffect[]): readonly CommandEffect[] {
  return effects.flatMap((effect) =>
    effect.do === 'park' ? [effect, ...withParked(effect.later)] : [effect],
  );
}

/** What accompanies other effects, or is the lack of one. */
const incidental: ReadonlySet<CommandEffect['do']> = new Set([
  'start',
  'raise',
  'park',
  'dialedAdd',
] as const);

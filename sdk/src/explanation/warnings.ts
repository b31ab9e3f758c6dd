import type { CommandEntry } from '../catalogue/command.ts';
import { commandNamed } from '../catalogue/commands.ts';
import type { Trap } from '../catalogue/provenance.ts';
import { schemes } from '../catalogue/schemes.ts';
import { supportIn, type VerifiedVersion } from '../catalogue/version.ts';
import type { CommandEffect } from '../phone-model/command-effect.ts';
import type { Assumptions } from './assumptions.ts';
import type { Outcome, Warning } from './explanation.ts';
import { looksLikeCommand } from './first-word.ts';

/** What decides which of the catalogue's traps a command line walks into. */
export interface Happening {
  readonly commandLine: string;
  readonly version: VerifiedVersion;
  readonly assumptions: Assumptions;
  readonly command: CommandEntry | undefined;
  readonly outcome: Outcome;
  readonly parked: boolean;
  readonly effects: readonly CommandEffect[];
  /** Something else happens than was probably meant. */
  readonly misunderstood: boolean;
}

/** The catalogue's traps that this command line walks into or passes closely, in the version it is for. */
export function warningsAbout(happening: Happening): readonly Warning[] {
  const { command, outcome, version } = happening;
  const dialled = outcome === 'call' || outcome === 'message' || outcome === 'error' || happening.parked;
  const traps = [
    ...(dialled || command?.id === 'dial' ? dialTraps(happening) : []),
    ...(command === undefined || command.match === 'otherwise' ? [] : command.traps),
    ...schemeTraps(happening),
  ];
  return traps
    .filter(({ versions }) => versions === undefined || versions.includes(version))
    .map(({ basis, facts, text }) => ({ text, basis, facts }));
}

/** Dialling has more traps than anybody wants to read at once: those that matter here, by their section. */
function dialTraps({
  assumptions,
  commandLine,
  effects,
  misunderstood,
  outcome,
  parked,
}: Happening): readonly Trap[] {
  const matters: Readonly<Record<string, boolean>> = {
    'K.2': misunderstood && looksLikeCommand(commandLine) && (outcome === 'call' || outcome === 'message'),
    'K.3': outcome === 'message',
    'K.4':
      assumptions.inCall && assumptions.singleMode && effects.some((effect) => effect.do === 'dialedAdd'),
    'K.5': parked,
    'K.11': outcome === 'error',
    'K.13': effects.some((effect) => effect.do === 'raise'),
  };
  return commandNamed('dial').traps.filter(({ facts }) => matters[facts]);
}

/** A scheme that is not taken off is dialled with its letters; one that is can hide a command. */
function schemeTraps({ commandLine, outcome, version }: Happening): readonly Trap[] {
  const scheme = schemes.find(({ token }) => commandLine.toLowerCase().startsWith(token));
  if (scheme === undefined || scheme.scheme === 'msip') return [];
  const stripped = supportIn(scheme.stripped, version).support === 'yes';
  if (!stripped) return scheme.traps;
  return outcome === 'command' ? scheme.traps.filter(({ facts }) => facts === 'A.11') : [];
}

import { commands } from '../catalogue/commands.ts';
import type { CommandEntry, CommandStage } from '../catalogue/command.ts';
import { schemes } from '../catalogue/schemes.ts';
import { supportIn, type VerifiedVersion } from '../catalogue/version.ts';

/**
 * The catalogue's entry that a command line is, in the order in which MicroSIP looks for them (facts A.1).
 * All that is no other command is `dial`.
 */
export function matchedCommand(tail: string, version: VerifiedVersion): CommandEntry | undefined {
  const known = commands.filter(({ availability }) => supportIn(availability, version).support !== 'no');
  const at = (stage: CommandStage, text: string) =>
    known
      .filter((command) => command.stage === stage && command.id !== 'msip-text' && matches(command, text))
      .sort((left, right) => right.token.length - left.token.length);

  const whole = at('starting-process', tail)[0];
  if (whole !== undefined) return whole;

  const text = withoutQuotes(tail.trim());
  const msip = at('msip', text)[0];
  if (msip !== undefined) return msip;

  const rest = withoutScheme(text.startsWith('msip:') ? text.slice('msip:'.length) : text, version);
  const named = at('text', rest).filter(({ match }) => match !== 'otherwise');
  return (
    named.find(({ match }) => match === 'anywhere') ??
    named[0] ??
    known.find(({ match }) => match === 'otherwise')
  );
}

function matches({ match, token }: CommandEntry, text: string): boolean {
  switch (match) {
    case 'whole-tail':
    case 'exact':
      return text === token;
    case 'prefix':
      return text.startsWith(token);
    case 'anywhere':
      return text.includes(token);
    case 'otherwise':
      return true;
  }
}

function withoutQuotes(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function withoutScheme(text: string, version: VerifiedVersion): string {
  const scheme = schemes.find(
    ({ token, stripped }) =>
      supportIn(stripped, version).support === 'yes' && text.toLowerCase().startsWith(token),
  );
  const rest = scheme === undefined ? text : text.slice(scheme.token.length);
  if (!rest.startsWith('//')) return rest;
  return rest.endsWith('/') ? rest.slice(2, -1) : rest.slice(2);
}

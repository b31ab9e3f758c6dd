import type { CommandEntry, CommandId, CommandStage } from '../../catalogue/command.ts';
import { commandNamed, commands } from '../../catalogue/commands.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';

/** A command found in a text, and what follows its token. */
export interface KnownCommand {
  readonly id: CommandId;
  readonly argument: string;
}

/** Longer prefixes first: `msip:` alone begins all commands of its stage. */
const prefixCommands = commands
  .filter(({ match }) => match === 'prefix')
  .toSorted((left, right) => right.token.length - left.token.length);

const exactCommands: Readonly<Record<CommandStage, ReadonlyMap<string, CommandEntry>>> = {
  'starting-process': new Map(),
  msip: exactAt('msip'),
  text: exactAt('text'),
};

function exactAt(stage: CommandStage): ReadonlyMap<string, CommandEntry> {
  return new Map(
    commands
      .filter((command) => command.stage === stage && command.match === 'exact')
      .map((command) => [command.token, command]),
  );
}

/** Whether a version has a command at all; what it does there may differ. */
export function hasCommand(version: VerifiedVersion, id: CommandId): boolean {
  return isIn(version, commandNamed(id));
}

/** The command an instance finds in a text at one stage of its reading, minding case (facts A.3, A.4). */
export function knownCommand(
  version: VerifiedVersion,
  stage: 'msip' | 'text',
  text: string,
): KnownCommand | undefined {
  const exact = exactCommands[stage].get(text);
  if (exact !== undefined && isIn(version, exact)) return { id: exact.id, argument: '' };
  const prefixed = prefixCommands.find(
    (command) => command.stage === stage && text.startsWith(command.token) && isIn(version, command),
  );
  return prefixed && { id: prefixed.id, argument: text.slice(prefixed.token.length) };
}

function isIn(version: VerifiedVersion, { availability }: CommandEntry): boolean {
  return availability.verified[version] !== 'no';
}

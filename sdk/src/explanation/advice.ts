import type { CommandEntry, CommandId } from '../catalogue/command.ts';
import { commandNamed } from '../catalogue/commands.ts';
import { supportIn, verifiedVersions, type VerifiedVersion } from '../catalogue/version.ts';
import { checkTarget } from '../target/parse-target.ts';
import type { FolkloreClaim } from '../catalogue/folklore-claim.ts';
import { claimLike } from './claim-like.ts';
import { firstWord, looksLikeFlag } from './first-word.ts';
import type { Advice, Outcome } from './explanation.ts';
import { isInKit, kitCommandFor } from './kit-command.ts';
import { meaningOf } from './vocabulary.ts';

/** A command line, and what MicroSIP takes it for. */
export interface Understood {
  readonly commandLine: string;
  readonly version: VerifiedVersion;
  readonly command: CommandEntry | undefined;
  readonly outcome: Outcome;
}

/** How to say what was probably meant; nothing when that cannot be guessed, or when there is nothing to add. */
export function adviceFor(understood: Understood): readonly Advice[] {
  const { commandLine, version, command, outcome } = understood;
  const dials = outcome === 'call' || outcome === 'message' || outcome === 'error';
  if (command !== undefined && command.match !== 'otherwise' && !dials)
    return sameWithKit(command, commandLine);
  if (commandLine.startsWith(commandNamed('account').token)) return [];

  const { word, rest } = firstWord(commandLine);
  const claim = claimLike(commandLine, version);
  if (claim !== undefined) return claimAdvice(claim, rest, version);
  const meaning = meaningOf(word);
  if (meaning !== undefined) return commandAdvice(meaning.commands, rest, version);
  return looksLikeFlag(commandLine) ? [unknownFlagAdvice] : dialAdvice(commandLine);
}

/** A flag that resembles no command: what it was meant to do cannot be guessed. */
const unknownFlagAdvice: Advice = {
  wants: 'An option of MicroSIP',
  note: 'MicroSIP understands nothing like it. The catalogue lists what it does understand.',
  kit: 'microsip catalogue',
};

/** The right way to get what a claim promises. */
function claimAdvice(claim: FolkloreClaim, rest: string, version: VerifiedVersion): readonly Advice[] {
  const { commands, kit, settings, text: note } = claim.rightWay;
  const ways = commandAdvice(commands, rest, version);
  // Where settings are part of the right way, commands alone do not keep the promise.
  if (ways.length > 0) return ways.map((way, index) => (index === 0 && settings ? { note, ...way } : way));
  const line = kit.find(isInKit);
  return [{ wants: claim.claim, ...(line !== undefined && { kit: line }), note }];
}

/** The kit's way of saying what is said right already. */
function sameWithKit(command: CommandEntry, commandLine: string): readonly Advice[] {
  const { token, argument, title, id } = command;
  const rest = argument === undefined ? '' : commandLine.slice(commandLine.indexOf(token) + token.length);
  const isComplete = argument === undefined || fitting(argument.name, rest) !== undefined;
  const { kit } = withKit(command, rest);
  return kit === undefined || !isComplete ? [] : [{ wants: title, command: id, kit }];
}

/** The commands themselves; one that only says in another way what one before it says is left out. */
function commandAdvice(
  commands: readonly CommandId[],
  rest: string,
  version: VerifiedVersion,
): readonly Advice[] {
  const ways = commands.map((id) => oneCommandAdvice(id, rest, version));
  return ways.filter(
    ({ wants, kit }, index) =>
      ways.findIndex((earlier) => earlier.wants === wants && earlier.kit === kit) === index,
  );
}

function oneCommandAdvice(id: CommandId, rest: string, version: VerifiedVersion): Advice {
  const command = commandNamed(id);
  const { title: wants, availability, differences } = command;
  if (supportIn(availability, version).support === 'no') {
    const since = verifiedVersions.find((candidate) => availability.verified[candidate] === 'yes');
    const difference = differences.find(({ versions }) => versions.includes(version))?.text;
    const note = difference ?? `MicroSIP ${version} does not have it; ${since ?? 'no version read'} does.`;
    return { wants, command: id, note };
  }
  return { wants, command: id, commandLine: filled(command, rest), ...withKit(command, rest) };
}

/** What a person dials when they write this, and the form of it that MicroSIP does not misunderstand. */
function dialAdvice(commandLine: string): readonly Advice[] {
  const wants = commandNamed('dial').title;
  const check = checkTarget(commandLine);
  if (check.ok) return [dial(check.target.commandLine, check.target.warnings[0]?.message)];
  const { suggestion, message } = check.error;
  const suggested = suggestion === undefined ? undefined : checkTarget(suggestion);
  return suggested?.ok
    ? [dial(suggested.target.commandLine, message)]
    : [{ wants, command: 'dial', note: message }];

  function dial(text: string, note: string | undefined): Advice {
    const kit = kitLine('dial <number>', 'number', text);
    return {
      wants,
      command: 'dial',
      ...(text !== commandLine && { commandLine: text }),
      ...(kit !== undefined && { kit }),
      ...(note !== undefined && { note }),
    };
  }
}

/** The command line of MicroSIP's command, its argument filled in if what was written can be one. */
function filled({ id, syntax, argument }: CommandEntry, rest: string): string {
  if (id === 'show-window') return '';
  if (argument === undefined) return syntax;
  const value = fitting(argument.name, rest);
  return value === undefined ? syntax : syntax.replace(`<${argument.name}>`, value);
}

function withKit({ id, argument }: CommandEntry, rest: string): { readonly kit?: string } {
  const command = kitCommandFor(id)?.command;
  const kit = command === undefined ? undefined : kitLine(command, argument?.name, rest);
  return kit === undefined ? {} : { kit };
}

function kitLine(command: string, argumentName: string | undefined, rest: string): string | undefined {
  if (argumentName === undefined)
    return rest === '' || !command.includes('<') ? `microsip ${command}` : undefined;
  const value = fitting(argumentName, rest);
  return `microsip ${value === undefined ? command : command.replace(`<${argumentName}>`, shellWord(value))}`;
}

/** What was written behind a word, if it can be the argument. */
function fitting(argumentName: string, rest: string): string | undefined {
  if (rest === '') return undefined;
  if (argumentName === 'digits') return /^[0-9*#A-D]+$/u.test(rest) ? rest : undefined;
  if (argumentName === 'N') return /^[1-9]\d*$/u.test(rest) ? rest : undefined;
  if (argumentName !== 'number') return undefined;
  const check = checkTarget(rest);
  return check.ok ? check.target.commandLine : undefined;
}

/** Quoted where a shell would read something into it. What no quotes help with in every shell is left out. */
function shellWord(text: string): string {
  if (/^[\w+.:@,%-]+$/u.test(text)) return text;
  return /["$`\\!%]/u.test(text) ? '<number>' : `"${text}"`;
}

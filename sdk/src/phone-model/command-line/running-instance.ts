import type { CommandEffect } from '../command-effect.ts';
import { trimWhiteSpace } from '../windows-text/white-space.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { knownCommand, type KnownCommand } from './known-command.ts';
import { msipEffects } from './msip-command.ts';
import { interpretText, leavesSlotEmpty } from './slash-command.ts';

/**
 * What an instance does with a command line that reached it by `WM_COPYDATA` or its own start (facts A.3–A.6).
 * It does not look at `context.running`, and not at `context.stackReady`: without a SIP stack nothing reaches it.
 *
 * @param text - the command line as it was passed on
 */
export function interpretPassedOn(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const { command, rest } = readPrefix(context, text);
  if (command !== undefined) return msipEffects(context, command);
  return rest === '' ? [] : interpretText(context, rest);
}

/**
 * Whether a command line clears the slot for a parked text. No effect tells: it raises the window like any other text
 * that is no command, if it does even that. What the starting process keeps for itself (facts A.2) clears nothing.
 */
export function clearsParked(context: CommandLineContext, text: string): boolean {
  const { command, rest } = readPrefix(context, text);
  return command === undefined && rest !== '' && leavesSlotEmpty(context, rest);
}

/** The `msip:` command in a command line, or else the text without quotes and `msip:`. */
function readPrefix(
  { version }: CommandLineContext,
  text: string,
): { readonly command?: KnownCommand; readonly rest: string } {
  const words = withoutQuotes(trimWhiteSpace(text));
  const command = knownCommand(version, 'msip', words);
  if (command === undefined) return { rest: words };
  return command.id === 'msip-text' ? { rest: command.argument } : { command, rest: '' };
}

/** One pair goes, and nothing is trimmed after it: a blank inside the quotes stays in front (facts N, A.6). */
function withoutQuotes(words: string): string {
  return words.startsWith('"') && words.endsWith('"') ? words.slice(1, -1) : words;
}

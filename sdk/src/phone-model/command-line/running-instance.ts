import type { CommandEffect } from '../command-effect.ts';
import { trimWhiteSpace } from '../windows-text/white-space.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { knownCommand } from './known-command.ts';
import { msipEffects } from './msip-command.ts';
import { interpretText } from './slash-command.ts';

/**
 * What an instance does with a command line that reached it by `WM_COPYDATA` or its own start (facts A.3–A.6).
 * It does not look at `context.running`, and not at `context.stackReady`: without a SIP stack nothing reaches it.
 *
 * @param text - the command line as it was passed on
 */
export function interpretPassedOn(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const words = withoutQuotes(trimWhiteSpace(text));
  if (words === '') return [];
  const command = knownCommand(context.version, 'msip', words);
  if (command === undefined) return interpretText(context, words);
  if (command.id !== 'msip-text') return msipEffects(context, command);
  return command.argument === '' ? [] : interpretText(context, command.argument);
}

/** One pair goes, and nothing is trimmed after it: a blank inside the quotes stays in front (facts N, A.6). */
function withoutQuotes(words: string): string {
  return words.startsWith('"') && words.endsWith('"') ? words.slice(1, -1) : words;
}

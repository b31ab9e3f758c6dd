import { schemes } from '../../catalogue/schemes.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { CommandEffect } from '../command-effect.ts';
import { startsWithIgnoringCase } from '../windows-text/ascii-case.ts';
import { applyAccountCommand } from './account-switch.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { dialText, isReadyToDial } from './dial-number.ts';
import { knownCommand, type KnownCommand } from './known-command.ts';
import { transfer } from './transfer.ts';

/** What an instance does with a text that is no `msip:` command (facts A.4). Whatever it does not know, it dials. */
export function interpretText(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const account = applyAccountCommand(context, withoutScheme(context.version, text));
  const command = knownCommand(context.version, 'text', account.text);
  const effects =
    command === undefined ? dialText(account.context, account.text) : slashEffects(account.context, command);
  return [...account.effects, ...effects];
}

/** Whether a text leaves nothing to dial where a number would have to wait: that empties the slot for one (facts A.6). */
export function leavesSlotEmpty(context: CommandLineContext, text: string): boolean {
  const account = applyAccountCommand(context, withoutScheme(context.version, text));
  return account.text === '' && !isReadyToDial(account.context);
}

/** One scheme goes, then `//` in front, and only with it one `/` at the end (facts A.4). */
function withoutScheme(version: VerifiedVersion, text: string): string {
  const scheme = schemes.find(
    ({ stripped, token }) => stripped.verified[version] === 'yes' && startsWithIgnoringCase(text, token),
  );
  const rest = scheme === undefined ? text : text.slice(scheme.token.length);
  return rest.startsWith('//') ? rest.slice(2).replace(/\/$/u, '') : rest;
}

function slashEffects(context: CommandLineContext, { id, argument }: KnownCommand): readonly CommandEffect[] {
  switch (id) {
    case 'answer':
      return [{ do: 'answer' }];
    case 'hangup-all':
      return [{ do: 'hangupAllExceptIncoming' }];
    case 'hangup-incoming':
      return [{ do: 'hangupIncoming' }];
    case 'hangup-calling':
      return [{ do: 'hangupCalling' }];
    case 'dtmf':
      return argument === '' ? [] : [{ do: 'dtmf', digits: argument }];
    case 'transfer':
      return transfer(context, argument);
    case 'password':
      return argument === '' ? [] : [{ do: 'setPassword', value: argument }];
    default:
      throw new RangeError(`The phone model does not know what "${id}" does.`);
  }
}

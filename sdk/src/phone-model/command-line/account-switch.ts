import { commandNamed } from '../../catalogue/commands.ts';
import type { CommandEffect } from '../command-effect.ts';
import { loadedAccount, selectedAccount } from '../number-format/calling-account.ts';
import { parseWindowsInteger } from '../windows-text/integer.ts';
import type { CommandLineContext } from './command-line-context.ts';

/** What is left of a text when its `/account:` has had its effect. */
export interface AccountCommand {
  readonly effects: readonly CommandEffect[];
  readonly context: CommandLineContext;
  readonly text: string;
}

const accountToken = commandNamed('account').token;
const passwordToken = commandNamed('password').token;

/**
 * Carries out `/account:<N>`, wherever it stands, and `/account:<N> … /password:<text>` (facts A.5).
 *
 * A number that is no account empties the whole command; zero, or no number, drops only the token.
 */
export function applyAccountCommand(context: CommandLineContext, text: string): AccountCommand {
  const position = text.indexOf(accountToken);
  if (position < 0) return { effects: [], context, text };

  const space = text.indexOf(' ', position);
  const rest = withoutToken(text, position, space);
  const id = parseWindowsInteger(text.slice(position + accountToken.length, space < 0 ? undefined : space));
  if (id <= 0) return { effects: [], context, text: rest };
  if (loadedAccount(context, id) === undefined) return { effects: [], context, text: '' };

  const password = text.indexOf(passwordToken);
  if (password >= 0) return savePassword(context, id, text.slice(password + passwordToken.length));
  return id === context.accountId
    ? { effects: [], context, text: rest }
    : { ...activateAccount(context, id), text: rest };
}

/**
 * The token is removed with a wrong length: to its own length comes that of the text before it, so a text behind it
 * loses as much again; at the end it takes the character before it along, blank or not (facts A.5, N).
 */
function withoutToken(text: string, position: number, space: number): string {
  if (space < 0) return text.slice(0, Math.max(position - 1, 0));
  return text.slice(0, position) + text.slice(position + space + 1);
}

/** Everything to the end of the text is the password, and nothing else of the text counts. */
function savePassword(context: CommandLineContext, id: number, password: string): AccountCommand {
  const saved: CommandEffect = { do: 'accountSave', id, password };
  if (id !== context.accountId) return { effects: [saved], context, text: '' };
  const added = addAccount(context, id);
  return { effects: [saved, ...removeAccount(context), ...added.effects], context: added.context, text: '' };
}

/** Makes an account the selected one: the old one is unregistered, the ini rewritten, the new one registered. */
export function activateAccount(context: CommandLineContext, id: number): Omit<AccountCommand, 'text'> {
  const added = addAccount({ ...context, accountId: id }, id);
  return {
    effects: [...removeAccount(context), { do: 'settingsSave', accountId: id }, ...added.effects],
    context: added.context,
  };
}

function removeAccount(context: CommandLineContext): readonly CommandEffect[] {
  return selectedAccount(context) !== undefined && context.accountAdded ? [{ do: 'unregister' }] : [];
}

/** An account without a user name is not registered; its dialog opens instead. */
function addAccount(context: CommandLineContext, id: number): Omit<AccountCommand, 'text'> {
  const complete = loadedAccount(context, id)?.username !== '';
  return {
    effects: [complete ? { do: 'register', accountId: id } : { do: 'openAccountDialog' }],
    context: { ...context, accountAdded: complete, registered: false },
  };
}

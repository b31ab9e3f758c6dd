import type { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { CommandName } from '../../contributions/commands.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { askForTarget } from './ask-for-target.ts';
import { PhoneContext } from './phone-context.ts';
import { tellFailure } from './tell-failure.ts';

/** What a command does; arguments come from menus, links, keybindings and other extensions, so they can be anything. */
type CommandHandler = (argument?: unknown) => Promise<void>;

/** Registers every command of the table, and keeps the context keys that enable them. */
export function registerCommands(
  connection: PhoneConnection,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const withPhone =
    (action: (phone: MicroSip) => Promise<unknown>): CommandHandler =>
    async () => {
      await connection.use(action);
    };
  const handlers: Readonly<Record<CommandName, CommandHandler>> = {
    dial: async (given) => {
      const target = textOf(given) ?? (await askForTarget());
      if (target !== undefined) await connection.use((phone) => phone.dial(target));
    },
    answer: withPhone((phone) => phone.answer()),
    hangUp: withPhone((phone) => phone.hangup()),
  };
  return vscode.Disposable.from(
    new PhoneContext(connection),
    ...Object.entries(handlers).map(([name, handler]) =>
      vscode.commands.registerCommand(`microsip.${name}`, (argument?: unknown) =>
        tellFailure(log, () => handler(argument)),
      ),
    ),
  );
}

/** A text given as a command's argument; menus give other things. */
function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}

import * as vscode from 'vscode';

import type { CallerNames } from '../caller-names.ts';
import { systemClock, type Clock } from '../clock.ts';
import { tellFailure } from '../tell-failure.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { CallsView } from './calls-view.ts';
import { ContactsView } from './contacts-view.ts';
import { entryActionNames } from './entry-action-name.ts';
import { chooseActionCommand } from './entry-commands.ts';
import type { NodeTree } from './node-tree.ts';
import { RecentView } from './recent-view.ts';
import { ViewNode } from './view-node.ts';

/** The views of the activity bar, and what can be done in them. */
export class Views implements vscode.Disposable {
  readonly #calls: CallsView;
  readonly #recent: RecentView;
  readonly #contacts: ContactsView;
  readonly #commands: vscode.Disposable;

  constructor(
    connection: PhoneConnection,
    book: ContactBook,
    names: CallerNames,
    log: vscode.LogOutputChannel,
    clock: Clock = systemClock,
  ) {
    this.#calls = new CallsView(connection, names, clock);
    this.#recent = new RecentView(connection, book, clock, log);
    this.#contacts = new ContactsView(connection, book, clock, log);
    const command = (name: string, act: (node: ViewNode) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(name, (argument?: unknown) =>
        tellFailure(log, async () => {
          // Anyone can run a command with anything; an entry comes from a view alone.
          if (argument instanceof ViewNode) await act(argument);
        }),
      );
    this.#commands = vscode.Disposable.from(
      vscode.commands.registerCommand('microsip.view.refreshRecent', () => this.#recent.refresh()),
      vscode.commands.registerCommand('microsip.view.refreshContacts', () => this.#contacts.refresh()),
      command(chooseActionCommand, async (node) => {
        const { chooseEntryAction } = await import('./view-actions.ts');
        await chooseEntryAction(node, connection);
      }),
      ...entryActionNames.map((action) =>
        command(`microsip.view.${action}`, async ({ subject }) => {
          const { doWithEntry } = await import('./view-actions.ts');
          await doWithEntry(action, subject, connection);
        }),
      ),
    );
  }

  /** What each view shows. */
  get trees(): Readonly<Record<'calls' | 'recent' | 'contacts', NodeTree>> {
    return { calls: this.#calls.tree, recent: this.#recent.tree, contacts: this.#contacts.tree };
  }

  dispose(): void {
    this.#commands.dispose();
    this.#calls.dispose();
    this.#recent.dispose();
    this.#contacts.dispose();
  }
}

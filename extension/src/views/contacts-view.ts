import * as vscode from 'vscode';

import type { Clock } from '../clock.ts';
import type { BookContents, ContactBook } from '../contacts/contact-book.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { followWhileVisible } from './follow-view.ts';
import { Follower } from './follower.ts';
import { failureLogger } from './failure-logger.ts';
import { NodeTree } from './node-tree.ts';
import type { ViewNode } from './view-node.ts';

/** The view Contacts: MicroSIP's and those that the workspace brings. */
export class ContactsView implements vscode.Disposable {
  readonly tree = new NodeTree();
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #book: ContactBook;
  readonly #follower: Follower;
  readonly #subscriptions: vscode.Disposable;
  #shown: BookContents | undefined;

  constructor(connection: PhoneConnection, book: ContactBook, clock: Clock, log: vscode.LogOutputChannel) {
    this.#book = book;
    this.#view = vscode.window.createTreeView('microsip.contacts', { treeDataProvider: this.tree });
    this.#follower = new Follower(() => this.#look(), clock, failureLogger(log));
    this.#subscriptions = vscode.Disposable.from(
      connection.onDidChange(() => this.#follower.hint()),
      book.onDidChange(() => this.#follower.hint()),
      followWhileVisible(this.#view, this.#follower),
    );
  }

  /** Reads the contacts anew, whether or not they seem to have changed. */
  refresh(): void {
    this.#book.forget();
    this.#follower.hint();
  }

  dispose(): void {
    this.#follower.dispose();
    this.#subscriptions.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  async #look(): Promise<void> {
    const contents = await this.#book.contents();
    if (contents === this.#shown) return;
    const { contactNodes } = await import('./contact-nodes.ts');
    this.#shown = contents;
    this.tree.show(contactNodes(contents, vscode.env.language, vscode.l10n));
    this.#view.message =
      contents.failure === undefined
        ? ''
        : vscode.l10n.t('The contacts of MicroSIP could not be read: {0}', contents.failure.message);
  }
}

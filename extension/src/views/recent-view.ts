import { MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { Clock } from '../clock.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import type { ContactNames } from '../contacts/contact-names.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { followWhileVisible } from './follow-view.ts';
import { Follower } from './follower.ts';
import { failureLogger } from './failure-logger.ts';
import { NodeTree } from './node-tree.ts';
import type { ViewNode } from './view-node.ts';

/** As far back as somebody scrolls; the history itself has up to a thousand. */
const mostCalls = 200;

/** The view Recent: the calls that the phone keeps, the latest first. */
export class RecentView implements vscode.Disposable {
  readonly tree = new NodeTree();
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #connection: PhoneConnection;
  readonly #book: ContactBook;
  readonly #clock: Clock;
  readonly #log: vscode.LogOutputChannel;
  readonly #follower: Follower;
  readonly #subscriptions: vscode.Disposable;
  /** Of the calls that are shown, and of the day they are shown on. */
  #revision: string | undefined;
  #names: ContactNames | undefined;

  constructor(connection: PhoneConnection, book: ContactBook, clock: Clock, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#book = book;
    this.#clock = clock;
    this.#log = log;
    this.#view = vscode.window.createTreeView('microsip.recent', { treeDataProvider: this.tree });
    this.#follower = new Follower(() => this.#look(), clock, failureLogger(log));
    this.#subscriptions = vscode.Disposable.from(
      connection.onDidChange(() => this.#follower.hint()),
      book.onDidChange(() => this.#follower.hint()),
      followWhileVisible(this.#view, this.#follower),
    );
  }

  /** Reads the calls anew, whether or not they seem to have changed. */
  refresh(): void {
    this.#revision = undefined;
    this.#follower.hint();
  }

  dispose(): void {
    this.#follower.dispose();
    this.#subscriptions.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  async #look(): Promise<void> {
    const { isLost, seen } = this.#connection;
    if (seen.trouble === 'NOT_INSTALLED') {
      this.#show([], undefined);
      this.#view.message = '';
    }
    if (isLost) return;
    try {
      await this.#readIfChanged();
      this.#view.message = '';
    } catch (error) {
      if (!(error instanceof MicroSipError)) throw error;
      this.#log.debug(`${error.code}: ${error.message}`);
      this.#view.message = vscode.l10n.t('The calls could not be read: {0}', error.message);
    }
  }

  async #readIfChanged(): Promise<void> {
    const { localDay, recentNodes } = await import('./recent-nodes.ts');
    const onlooker = { now: this.#clock.now(), locale: vscode.env.language };
    const names = await this.#book.names();
    await this.#connection.read(async ({ history }) => {
      const revision = JSON.stringify([await history.revision(), localDay(onlooker.now, onlooker)]);
      if (revision === this.#revision && names === this.#names) return;
      const records = await history.list({ limit: mostCalls });
      this.#names = names;
      this.#show(
        recentNodes(records, onlooker, vscode.l10n, (number) => names?.nameOf(number)),
        revision,
      );
    });
  }

  #show(nodes: readonly ViewNode[], revision: string | undefined): void {
    this.#revision = revision;
    this.tree.show(nodes);
  }
}

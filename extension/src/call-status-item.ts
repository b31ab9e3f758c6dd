import * as vscode from 'vscode';

import { summarizeCalls, type CallSummary } from './call-summary.ts';
import type { PhoneConnection } from './phone-connection.ts';

/** The one status bar item: an icon while nothing happens, the call while there is one, hidden without a phone. */
export class CallStatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('microsip.call', vscode.StatusBarAlignment.Left, 0);
  readonly #textChanged = new vscode.EventEmitter<string>();
  readonly #subscription: vscode.Disposable;
  #text = '';

  /** The text changed. */
  readonly onDidChangeText = this.#textChanged.event;

  constructor(connection: PhoneConnection) {
    this.#item.name = 'MicroSIP Call';
    this.#subscription = connection.onDidChangeStatus((status) => this.#show(summarizeCalls(status)));
  }

  /** What stands in the status bar; empty while the item is hidden. */
  get text(): string {
    return this.#text;
  }

  #show(summary: CallSummary | undefined): void {
    if (summary === undefined) this.#item.hide();
    else {
      this.#item.text = summary.text;
      this.#item.tooltip = summary.tooltip;
      this.#item.command = `microsip.${summary.action}`;
      this.#item.backgroundColor = summary.urgent
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
      this.#item.show();
    }
    this.#text = summary?.text ?? '';
    this.#textChanged.fire(this.#text);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
    this.#textChanged.dispose();
  }
}

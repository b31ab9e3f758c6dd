import * as vscode from 'vscode';

import { summarizeCalls } from './call-summary.ts';
import type { PhoneConnection } from './phone-connection.ts';

/** The one status bar item: an icon while nothing happens, the call while there is one, hidden without a phone. */
export class CallStatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('microsip.call', vscode.StatusBarAlignment.Left, 0);
  readonly #subscription: vscode.Disposable;

  constructor(connection: PhoneConnection) {
    this.#item.name = 'MicroSIP Call';
    this.#subscription = connection.onDidChangeStatus((status) => {
      const summary = summarizeCalls(status);
      if (summary === undefined) {
        this.#item.hide();
        return;
      }
      this.#item.text = summary.text;
      this.#item.tooltip = summary.tooltip;
      this.#item.command = `microsip.${summary.action}`;
      this.#item.backgroundColor = summary.urgent
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
      this.#item.show();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }
}

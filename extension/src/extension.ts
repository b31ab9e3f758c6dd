import * as vscode from 'vscode';

import { CallStatusItem } from './call-status-item.ts';
import { registerCallCommands } from './call-commands.ts';
import { PhoneConnection } from './phone-connection.ts';
import { affectsPhone, readConnectOptions } from './settings.ts';

/** VS Code calls this once its window is up. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('MicroSIP', { log: true });
  const connection = new PhoneConnection(() => readConnectOptions(context.globalStorageUri), log);
  context.subscriptions.push(
    log,
    connection,
    new CallStatusItem(connection),
    registerCallCommands(connection),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (affectsPhone(change)) connection.reconnect();
    }),
  );
  connection.reconnect();
}

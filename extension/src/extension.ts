import * as vscode from 'vscode';

import { CallStatusItem } from './call-status-item.ts';
import { registerCommands } from './commands/register-commands.ts';
import { PhoneConnection } from './phone-connection.ts';
import { affectsPhone, readConnectOptions } from './settings.ts';

/** What other extensions, and the tests, see of this one. */
export interface ExtensionExports {
  readonly callStatus: CallStatusItem;
}

/** VS Code calls this once its window is up. */
export function activate(context: vscode.ExtensionContext): ExtensionExports {
  const log = vscode.window.createOutputChannel('MicroSIP', { log: true });
  const connection = new PhoneConnection(() => readConnectOptions(context.globalStorageUri), log);
  const callStatus = new CallStatusItem(connection);
  context.subscriptions.push(
    log,
    connection,
    callStatus,
    registerCommands(connection, log),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (affectsPhone(change)) connection.reconnect();
    }),
  );
  connection.reconnect();
  return { callStatus };
}

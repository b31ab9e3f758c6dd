import * as vscode from 'vscode';

import { registerCommands } from './commands/register-commands.ts';
import { registerDialWritten } from './dialling/register-dial-written.ts';
import { IncomingCallNotices } from './incoming-call/incoming-call-notices.ts';
import { PhoneConnection } from './phone/phone-connection.ts';
import { affectsPhone, readConnectOptions } from './settings.ts';
import { registerShowActions } from './status-bar/show-actions.ts';
import { StatusItem } from './status-bar/status-item.ts';
import { DialUriHandler } from './uri-handler/dial-uri-handler.ts';

/** What other extensions, and the tests, see of this one. */
export interface ExtensionExports {
  readonly callStatus: StatusItem;
}

/** VS Code calls this once its window is up. */
export function activate(context: vscode.ExtensionContext): ExtensionExports {
  const log = vscode.window.createOutputChannel('MicroSIP', { log: true });
  const connection = new PhoneConnection(() => readConnectOptions(context.globalStorageUri), log);
  const callStatus = new StatusItem(connection);
  context.subscriptions.push(
    log,
    connection,
    callStatus,
    registerShowActions(connection),
    new IncomingCallNotices(connection, log),
    registerCommands(connection, log),
    registerDialWritten(connection, log),
    vscode.window.registerUriHandler(new DialUriHandler(context.extension.id, connection, log)),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && connection.lookAgain()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (affectsPhone(change)) connection.reconnect();
    }),
  );
  connection.reconnect();
  return { callStatus };
}

import * as vscode from 'vscode';

import { extensionApi } from './api/extension-api.ts';
import type { MicroSipExtension } from './api/microsip-api.ts';
import { CallerNames } from './caller-names.ts';
import { registerCommands } from './commands/register-commands.ts';
import { ContactBook } from './contacts/contact-book.ts';
import { watchContactFiles } from './contacts/watch-contact-files.ts';
import { registerDialWritten } from './dialling/register-dial-written.ts';
import { DocumentNumbers } from './documents/document-numbers.ts';
import { DocumentSurfaces } from './documents/document-surfaces.ts';
import { readNumberSettings } from './number-settings.ts';
import { IncomingCallNotices } from './incoming-call/incoming-call-notices.ts';
import type { NameOf } from './known-callers.ts';
import { registerTools } from './language-model-tools/register-tools.ts';
import { MarkdownPreview } from './markdown-preview/markdown-preview.ts';
import { PhoneConnection } from './phone/phone-connection.ts';
import { affectsPhone, readConnectOptions } from './settings.ts';
import { registerShowActions } from './status-bar/show-actions.ts';
import { StatusItem } from './status-bar/status-item.ts';
import { TerminalLinks } from './terminal/terminal-links.ts';
import { DialUriHandler } from './uri-handler/dial-uri-handler.ts';
import { WrongSettingNotices, type SettingsManifest } from './wrong-settings/wrong-setting-notices.ts';
import { Views } from './views/views.ts';

/** What the tests see of this extension, besides what every other one does. */
export interface ExtensionExports extends MicroSipExtension {
  readonly callStatus: StatusItem;
  readonly views: Views;
  readonly log: vscode.LogOutputChannel;
  /** What ends with the extension, in this order. */
  readonly subscriptions: readonly unknown[];
}

/** VS Code calls this once its window is up. */
export function activate(context: vscode.ExtensionContext): MicroSipExtension | ExtensionExports {
  const log = vscode.window.createOutputChannel('MicroSIP', { log: true });
  const connection = new PhoneConnection(() => readConnectOptions(context.globalStorageUri), log);
  const numbers = new DocumentNumbers(readNumberSettings);
  const preview = new MarkdownPreview(context.extension.id);
  const book = new ContactBook(connection, log);
  const nameOf: NameOf = async (number) => (await book.names())?.nameOf(number);
  const names = new CallerNames(connection, nameOf);
  const callStatus = new StatusItem(connection, names);
  const views = new Views(connection, book, names, log);
  context.subscriptions.push(
    connection,
    names,
    callStatus,
    registerShowActions(connection),
    new IncomingCallNotices(connection, nameOf, log),
    book,
    registerCommands(connection, numbers, book, log),
    views,
    watchContactFiles(book),
    registerDialWritten(connection, log),
    preview,
    vscode.window.registerTerminalLinkProvider(new TerminalLinks(numbers)),
    vscode.window.registerUriHandler(new DialUriHandler(context.extension.id, connection, log)),
    registerTools(connection, book),
    new WrongSettingNotices(context.extension.packageJSON as SettingsManifest),
    new DocumentSurfaces(numbers),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && connection.lookAgain()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (affectsPhone(change)) connection.reconnect();
    }),
    // VS Code disposes in this order, and what is disposed may have something to say.
    log,
  );
  // To load what watches the phone takes longer than all of the above, and VS Code waits for none of it.
  setImmediate(() => connection.watch());
  const exported = { ...extensionApi(connection), ...preview.contribution };
  if (context.extensionMode !== vscode.ExtensionMode.Test) return exported;
  return { ...exported, callStatus, views, log, subscriptions: context.subscriptions };
}

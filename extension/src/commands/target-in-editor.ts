import * as vscode from 'vscode';

import { numberAt } from './number-at.ts';

/** What is selected in the editor, else the number at its cursor; the user is told where there is none. */
export function targetInEditor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const target = editor === undefined ? undefined : targetAt(editor);
  // The command is over; the notification stays as long as the user likes.
  if (target === undefined) void offerToDial();
  return target;
}

async function offerToDial(): Promise<void> {
  const dial = vscode.l10n.t('Dial…');
  const message = vscode.l10n.t('There is no number at the cursor.');
  const chosen = await vscode.window.showInformationMessage(message, dial);
  if (chosen === dial) await vscode.commands.executeCommand('microsip.dial');
}

function targetAt({ document, selection }: vscode.TextEditor): string | undefined {
  if (!selection.isEmpty) return document.getText(selection).trim();
  const { line, character } = selection.active;
  return numberAt(document.lineAt(line).text, character);
}

import { checkTarget } from 'microsip-sdk/target';
import * as vscode from 'vscode';

import type { DocumentNumbers } from '../documents/document-numbers.ts';
import { remoteText } from '../remote-text.ts';
import { numberAt } from './number-at.ts';

/** What is selected in the editor, else the number at its cursor; the user is told where there is none. */
export async function targetInEditor(numbers: DocumentNumbers): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  return selection.isEmpty
    ? targetAt(numbers, document, selection.active)
    : targetIn(numbers, document, selection);
}

async function targetAt(
  numbers: DocumentNumbers,
  document: vscode.TextDocument,
  cursor: vscode.Position,
): Promise<string | undefined> {
  // Meanwhile the document may change, and have fewer lines.
  const line = document.lineAt(cursor).text;
  // Whoever asks about one place wants its number, whatever the language.
  const dialable = await numbers.findAt(document, document.offsetAt(cursor), { anyLanguage: true });
  const target = dialable?.text ?? numberAt(line, cursor.character);
  if (target === undefined) offerToDial(vscode.l10n.t('There is no number at the cursor.'));
  return target;
}

async function targetIn(
  numbers: DocumentNumbers,
  document: vscode.TextDocument,
  selection: vscode.Selection,
): Promise<string | undefined> {
  const selected = document.getText(selection).trim();
  if (checkTarget(selected).ok) return selected;
  const found = await numbers.find(selected, { uri: document.uri });
  const [first, ...others] = [...new Set(found.map(({ text }) => text))];
  if (first !== undefined && others.length > 0) return chooseOne([first, ...others]);
  if (first === undefined) offerToDial(vscode.l10n.t('There is no number in the selection.'));
  return first;
}

async function chooseOne(texts: readonly string[]): Promise<string | undefined> {
  const items = texts.map((text) => ({ label: remoteText(text), text }));
  const placeHolder = vscode.l10n.t('The selection has several numbers');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.text;
}

/** The command is over by then; the notification stays as long as the user likes. */
function offerToDial(message: string): void {
  const dial = vscode.l10n.t('Dial…');
  void vscode.window.showInformationMessage(message, dial).then(async (chosen) => {
    if (chosen === dial) await vscode.commands.executeCommand('microsip.dial');
  });
}
